using AgencyRoi.Database;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Costs;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.People;

/// <summary>
/// How many hours some people have worked on some days, over all clients. The people's rows are locked first: two clients' hours of the
/// same day come one after the other.
/// </summary>
internal sealed class WorkedDays
{
    private const string Lock = "select 1 from app.people where tenant_id = $1 and id = any($2) order by id for no key update";

    private readonly Dictionary<Guid, RoleClass> roles;
    private readonly Dictionary<(Guid PersonId, DateOnly Day), decimal> hours;

    private WorkedDays(Dictionary<Guid, RoleClass> roles, Dictionary<(Guid, DateOnly), decimal> hours) =>
        (this.roles, this.hours) = (roles, hours);

    public static async Task<WorkedDays> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<TimeDraft> drafts,
        IEnumerable<TimeEntry> known,
        CancellationToken cancellationToken
    )
    {
        Guid[] people = [.. drafts.Select(draft => draft.PersonId).Concat(known.Select(entry => entry.PersonId)).Distinct()];
        DateOnly[] days = [.. drafts.Select(draft => draft.OccurredOn).Distinct()];
        await using (var locking = session.Command(Lock).With(session.TenantId, people))
            await locking.ExecuteNonQueryAsync(cancellationToken);

        var roles = session.Scope.Clients.IsAll
            ? await session
                .Db.Set<Person>()
                .Where(person => people.Contains(person.Id))
                .ToDictionaryAsync(person => person.Id, person => person.RoleClass, cancellationToken)
            : [];
        var worked = await session
            .Db.Set<TimeEntry>()
            .Where(entry => people.Contains(entry.PersonId) && days.Contains(entry.OccurredOn) && entry.RetractedAt == null)
            .GroupBy(entry => new { entry.PersonId, entry.OccurredOn })
            .Select(group => new { group.Key, Hours = group.Sum(entry => entry.Hours) })
            .ToListAsync(cancellationToken);
        return new(roles, worked.ToDictionary(day => (day.Key.PersonId, day.Key.OccurredOn), day => day.Hours));
    }

    /// <summary>Null: there is no such person.</summary>
    public RoleClass? RoleOf(Guid personId) => roles.TryGetValue(personId, out var role) ? role : null;

    /// <summary>Puts the hours in the place of what the entry said before. False: the day would get longer than a day.</summary>
    public bool TryWork(TimeDraft draft, TimeEntry? before)
    {
        var day = (draft.PersonId, draft.OccurredOn);
        var old = before is { RetractedAt: null } ? (before.PersonId, before.OccurredOn) : default;
        var total = hours.GetValueOrDefault(day) + draft.Hours - (old == day ? before!.Hours : 0m); // set where old is
        if (total > TimeIntake.HoursOfADay)
            return false;
        if (old != default && old != day)
            hours[old] = hours.GetValueOrDefault(old) - before!.Hours; // set where old is
        hours[day] = total;
        return true;
    }
}
