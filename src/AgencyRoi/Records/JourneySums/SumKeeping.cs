using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.JourneySums;

/// <summary>
/// Brings the sums of a client up to what is recorded, some thousand people in a transaction. What the sums hold of a person is stored, so that it is taken off and the
/// person's journeys of now are added, however often and in whatever order changes were noted.
/// </summary>
internal sealed class SumKeeping(DatabaseSession session, ClientId client, DateTimeOffset now)
{
    // Each writes most rows of the sums anew, however few people it is of.
    private const int PeopleAtOnce = 5000;

    private static readonly string BeginAnew = EmbeddedSql.Read("Records.JourneySums.begin_anew.sql");
    private static readonly string GatherMoves = EmbeddedSql.Read("Records.JourneySums.gather_months.sql");
    private static readonly string GatherTotals = EmbeddedSql.Read("Records.JourneySums.gather_month_totals.sql");

    private const string Changes = """
        select id, journey_key from app.journey_changes where tenant_id = $1 and client_id = $2 order by id limit $3
        """;

    private const string Settle = "delete from app.journey_changes where tenant_id = $1 and client_id = $2 and id = any($3)";

    private static readonly string[] Sums = ["journey_changes", "kept_journeys", "journey_totals", "journey_credits", "journey_moves"];

    /// <summary>One step.</summary>
    public async Task<SumStep> StepAsync(CancellationToken cancellationToken)
    {
        await session.AllowBulkWorkAsync(cancellationToken);
        if (await JourneyHead.LockAsync(session, client, cancellationToken) is not { } head)
            return SumStep.NotBegun;
        var timeZone = await TimeZoneAsync(cancellationToken);
        var month = IntervalBuckets.StartOf(Calendar.DayIn(timeZone, now), TimeInterval.Month);
        var terms = await JourneyTerms.LoadAsync(session, [client], cancellationToken);
        var fingerprint = terms.FingerprintOf(client, timeZone);
        if (head.Terms != fingerprint)
        {
            await BeginAnewAsync(new(fingerprint, month), cancellationToken);
            return SumStep.Counted;
        }
        if (head.GatheredBefore < month)
            head = await GatherAsync(head, month, cancellationToken);
        var (changes, people) = await ChangesAsync(cancellationToken);
        if (people.Count == 0)
            return SumStep.Done;
        await CountAsync(people, new KeepingJourneys(client, timeZone, terms), head, cancellationToken);
        await using var settle = session.Command(Settle).With(session.TenantId, session.Visible(client), changes.ToArray());
        await settle.ExecuteNonQueryAsync(cancellationToken);
        return SumStep.Counted;
    }

    private async Task<string> TimeZoneAsync(CancellationToken cancellationToken) =>
        await session.Db.Set<Client>().Where(row => row.Id == client).Select(row => row.TimeZone).SingleAsync(cancellationToken); // its head refers to it

    private async Task BeginAnewAsync(JourneyHead head, CancellationToken cancellationToken)
    {
        await using var batch = session.Batch();
        foreach (var table in Sums)
            batch.Add($"delete from app.{table} where tenant_id = $1 and client_id = $2", session.TenantId, session.Visible(client));
        batch.Add(BeginAnew, session.TenantId, session.Visible(client));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await head.WriteAsync(session, client, cancellationToken);
    }

    private async Task<JourneyHead> GatherAsync(JourneyHead head, DateOnly before, CancellationToken cancellationToken)
    {
        await using var batch = session.Batch();
        batch.Add(GatherMoves, session.TenantId, session.Visible(client), head.GatheredBefore, before);
        batch.Add(GatherTotals, session.TenantId, session.Visible(client), head.GatheredBefore, before);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        var gathered = head with { GatheredBefore = before };
        await gathered.WriteAsync(session, client, cancellationToken);
        return gathered;
    }

    private async Task<(List<Guid> Changes, HashSet<Guid> People)> ChangesAsync(CancellationToken cancellationToken)
    {
        var (changes, people) = (new List<Guid>(), new HashSet<Guid>());
        await using var command = session.Command(Changes).With(session.TenantId, session.Visible(client), PeopleAtOnce);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            changes.Add(reader.GetGuid(0));
            people.Add(reader.GetGuid(1));
        }
        return (changes, people);
    }

    private async Task CountAsync(HashSet<Guid> people, KeepingJourneys keeping, JourneyHead head, CancellationToken cancellationToken)
    {
        var reader = new PeopleReader(session, client, people);
        var kept = await reader.KeptAsync(cancellationToken);
        var touches = await reader.TouchesAsync(cancellationToken);
        var conversions = await reader.ConversionsAsync(cancellationToken);
        var changes = new SumChanges(head.GatheredBefore);
        var counted = new Dictionary<Guid, KeptPerson>();
        foreach (var person in people)
        {
            keeping.Begin(person);
            foreach (var touch in touches[person])
                keeping.Add(touch);
            foreach (var conversion in conversions[person])
                keeping.Add(conversion);
            var found = keeping.Take();
            if (kept.TryGetValue(person, out var before))
                changes.Take(before);
            changes.Add(found);
            // Of whom nothing is left an empty row says so.
            if (!found.IsEmpty || before is not null)
                counted[person] = found;
        }
        await SumWriting.WriteAsync(session, client, changes, counted, cancellationToken);
    }
}

/// <summary>The outcome of a step.</summary>
internal enum SumStep
{
    /// <summary>The client's journeys are not summed.</summary>
    NotBegun,

    /// <summary>Something was counted, and there may be more.</summary>
    Counted,

    /// <summary>The sums know all that was noted.</summary>
    Done,
}
