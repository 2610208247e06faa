using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Facts;

/// <summary>How observations of a kind come in: they are stored, and the ledger is given nothing of them.</summary>
internal class ObservationRecording<T, TStatement>(string thing) : FactRecording<T, TStatement>
    where T : StatedFact<T, TStatement>, new()
    where TStatement : ClientStatement
{
    protected override string Thing => thing;

    public sealed override async Task<IReadOnlyList<FactResult<T>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> given,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var statements = await PrepareAsync(session, given, cancellationToken);
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
        var refusalOf = await RefusalsAsync(session, statements, mine, cancellationToken);
        var created = new List<T>();
        var before = new List<TStatement>();
        FactResult<T>[] results = [.. statements.Select(Take)];
        await BeforeAsync(session, [.. statements.Where((_, place) => results[place].Error is null)], how.Now, cancellationToken);
        if (await session.SaveOrErrorAsync(created, cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<T>.Refused(refused))];
        IReadOnlyList<TStatement> changed =
        [
            .. before,
            .. results
                .Index()
                .Where(result => result.Item.Change is FactChange.Created or FactChange.Updated)
                .Select(result => statements[result.Index]),
        ];
        await AfterAsync(session, changed, how.Now, cancellationToken);
        return results;

        FactResult<T> Take(TStatement statement, int place)
        {
            if (!mine.Contains(statement.ClientId))
                return FactResult<T>.Refused(NotFoundError.Of("client", "clientId"));
            if (refusalOf(statement) is { } refusal)
                return FactResult<T>.Refused(refusal);
            if (!known.TryGetValue((statement.ClientId, statement.ExternalReference), out var row))
            {
                created.Add(row = StatedFact<T, TStatement>.Record(session.TenantId, statement.ClientId, statement, how.Now));
                Order(row, place);
                return new(FactChange.Created, row, null);
            }
            if (row.Says(statement))
                return new(FactChange.Unchanged, row, null);
            if (how.ErrorFor(row) is { } taken)
                return FactResult<T>.Refused(taken);
            before.Add(row.Statement);
            row.Revise(statement, how.Now);
            return new(FactChange.Updated, row, null);
        }
    }

    /// <summary>The statements as they are compared and stored.</summary>
    protected virtual Task<IReadOnlyList<TStatement>> PrepareAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        CancellationToken cancellationToken
    ) => Task.FromResult(statements);

    /// <summary>What stands in the way of a statement by what else is known of its client; of each it says null where nothing does.</summary>
    /// <param name="clients">Those of the statements that the caller may see.</param>
    protected virtual Task<Func<TStatement, IUserError?>> RefusalsAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    ) => Task.FromResult<Func<TStatement, IUserError?>>(_ => null);

    /// <summary>Notes on a new fact its place among those that were stated with it.</summary>
    protected virtual void Order(T created, int place) { }

    /// <summary>Stores what facts refer to and what is made by their being stated, before they are stored themselves.</summary>
    /// <param name="taken">What was not refused, in the order in which it was given: new, different or known.</param>
    protected virtual Task BeforeAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> taken,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Does what rests on what was said before and is said now of facts that are new, different or taken back. The ledgers of their clients are locked.</summary>
    protected virtual Task AfterAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> changed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected sealed override async Task<FieldResult<T>> RetractAsync(
        DatabaseSession session,
        T fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, [fact.ClientId], cancellationToken);
        if (!fact.Retract(now))
            return fact;
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<T>();
        await AfterAsync(session, [fact.Statement], now, cancellationToken);
        return fact;
    }
}
