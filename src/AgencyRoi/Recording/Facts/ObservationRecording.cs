using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Facts;

/// <summary>How observations of a kind come in: they are stored, and the ledger is given nothing.</summary>
internal sealed class ObservationRecording<T, TStatement>(string thing) : FactRecording<T, TStatement>
    where T : Observation<T, TStatement>, new()
    where TStatement : ObservationStatement
{
    protected override string Thing => thing;

    public override async Task<IReadOnlyList<FactResult<T>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var clients = statements.Select(statement => statement.ClientId).Distinct().ToList();
        // Two writers of the same reference come one after the other, as those of all facts do.
        await LedgerHeads.LockAsync(session, clients, cancellationToken);
        var mine = await session
            .Db.Set<Client>()
            .Where(client => clients.Contains(client.Id))
            .Select(client => client.Id)
            .ToListAsync(cancellationToken);
        var known = await session.KnownAsync<T>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        var created = new List<T>();
        FactResult<T>[] results = [.. statements.Select(Take)];
        return await session.SaveOrErrorAsync(created, cancellationToken) is { } refused
            ? [.. statements.Select(_ => FactResult<T>.Refused(refused))]
            : results;

        FactResult<T> Take(TStatement statement)
        {
            if (!mine.Contains(statement.ClientId))
                return FactResult<T>.Refused(NotFoundError.Of("client", "clientId"));
            if (!known.TryGetValue((statement.ClientId, statement.ExternalReference), out var row))
            {
                created.Add(row = Observation<T, TStatement>.Record(session.TenantId, statement.ClientId, statement, how.Now));
                return new(FactChange.Created, row, null);
            }
            if (row.Says(statement))
                return new(FactChange.Unchanged, row, null);
            if (how.ErrorFor(row) is { } taken)
                return FactResult<T>.Refused(taken);
            row.Revise(statement, how.Now);
            return new(FactChange.Updated, row, null);
        }
    }

    protected override async Task<FieldResult<T>> RetractAsync(
        DatabaseSession session,
        T fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        fact.Retract(now);
        return await session.SaveOrErrorAsync(cancellationToken) is { } refused ? refused.Refuse<T>() : fact;
    }
}
