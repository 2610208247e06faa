using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>
/// How many hours some people have worked on some days, over all clients. The people's rows are locked first: two clients' hours of the
/// same day come one after the other.
/// </summary>
internal sealed class WorkedDays
{
    private const string Lock = "select 1 from app.people where tenant_id = $1 and id = any($2) order by id for no key update";

    private readonly Dictionary<PersonId, RoleClass> roles;
    private readonly Dictionary<(PersonId PersonId, DateOnly Day), decimal> stored;
    private readonly Dictionary<(PersonId PersonId, DateOnly Day), decimal> moved = [];
    private readonly RolledBackHours? earlier;

    private WorkedDays(
        Dictionary<PersonId, RoleClass> roles,
        Dictionary<(PersonId PersonId, DateOnly Day), decimal> stored,
        RolledBackHours? earlier
    ) => (this.roles, this.stored, this.earlier) = (roles, stored, earlier);

    public static async Task<WorkedDays> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<TimeStatement> statements,
        IEnumerable<TimeEntry> known,
        CancellationToken cancellationToken
    )
    {
        PersonId[] people =
        [
            .. statements.Select(statement => statement.PersonId).Concat(known.Select(entry => entry.PersonId)).Distinct(),
        ];
        DateOnly[] days = [.. statements.Select(statement => statement.OccurredOn).Distinct()];
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
        return new(
            roles,
            worked.ToDictionary(day => (day.Key.PersonId, day.Key.OccurredOn), day => day.Hours),
            session.RolledBack?.Of<RolledBackHours>()
        );
    }

    /// <summary>Null: there is no such person.</summary>
    public RoleClass? RoleOf(PersonId personId) => roles.TryGetValue(personId, out var role) ? role : null;

    /// <summary>Puts the hours in the place of what the entry said before. False: the day would get longer than a day.</summary>
    public bool TryWork(TimeStatement statement, TimeEntry? before)
    {
        var day = (statement.PersonId, statement.OccurredOn);
        var old = before is { RetractedAt: null } ? (before.PersonId, before.OccurredOn) : default;
        var more = statement.Hours - (old == day ? before!.Hours : 0m); // set where old is
        if (On(day) + more > TimeStatement.HoursOfADay)
            return false;
        if (old != default && old != day)
            Move(old, -before!.Hours); // set where old is
        Move(day, more);
        return true;
    }

    /// <summary>Tells the chunks of a dry run that come after this one; the hours were taken by the database.</summary>
    public void Remember()
    {
        if (earlier is not null)
            foreach (var (day, more) in moved)
                earlier[day] = earlier.GetValueOrDefault(day) + more;
    }

    private decimal On((PersonId, DateOnly) day) =>
        stored.GetValueOrDefault(day) + moved.GetValueOrDefault(day) + (earlier?.GetValueOrDefault(day) ?? 0m);

    private void Move((PersonId, DateOnly) day, decimal more) => moved[day] = moved.GetValueOrDefault(day) + more;

    private sealed class RolledBackHours : Dictionary<(PersonId PersonId, DateOnly Day), decimal>;
}
