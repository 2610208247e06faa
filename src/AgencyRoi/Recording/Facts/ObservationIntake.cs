using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Facts;

/// <summary>An observation that should have said something else.</summary>
/// <param name="Thing">What it is called in a message.</param>
/// <param name="Id">The observation.</param>
/// <param name="Version">Its version as its corrector read it.</param>
/// <param name="Apply">Puts what it should have said in place of what it says.</param>
internal sealed record Correction<TStatement>(string Thing, Guid Id, long Version, Func<TStatement, TStatement> Apply);

/// <summary>The one way by which observations come in, from a mutation one at a time and from a file by the thousand.</summary>
internal static class ObservationIntake
{
    public static Task<FieldResult<T>> RecordAsync<TStatement, T>(
        TStatement statement,
        bool expectsNew,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
        where TStatement : ObservationStatement
        where T : Observation<TStatement>, new() =>
        database.RunAsync(
            (session, token) =>
                OneFact.StoreAsync(
                    session,
                    statement,
                    (checks, stated) => stated.Check(checks),
                    StoreAsync<TStatement, T>,
                    new RecordingOptions(time.GetUtcNow(), expectsNew),
                    token
                ),
            cancellationToken
        );

    /// <summary>What the observation says now, with what somebody says it should have said.</summary>
    public static Task<FieldResult<T>> CorrectAsync<TStatement, T>(
        Correction<TStatement> correction,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
        where TStatement : ObservationStatement
        where T : Observation<TStatement>, new() =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await session.FindAsync<T>(correction.Thing, correction.Id, correction.Version, token);
                return found.Failed(out var problem, out var known)
                    ? problem.Refuse<T>()
                    : await OneFact.StoreAsync(
                        session,
                        correction.Apply(known.Statement()),
                        (checks, stated) => stated.Check(checks),
                        StoreAsync<TStatement, T>,
                        new RecordingOptions(time.GetUtcNow(), IsCorrection: true),
                        token
                    );
            },
            cancellationToken
        );

    public static Task<FieldResult<T>> RetractAsync<T>(
        string thing,
        Guid id,
        long version,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
        where T : Observation =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await session.FindAsync<T>(thing, id, version, token);
                if (found.Failed(out var problem, out var known))
                    return problem.Refuse<T>();
                known.Retract(time.GetUtcNow());
                return await session.SaveOrErrorAsync(token) is { } refused ? refused.Refuse<T>() : known;
            },
            cancellationToken
        );

    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<T>>> StoreAsync<TStatement, T>(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
        where TStatement : ObservationStatement
        where T : Observation<TStatement>, new()
    {
        var clients = statements.Select(statement => statement.ClientId).Distinct().ToList();
        var mine = await session
            .Db.Set<Client>()
            .Where(client => clients.Contains(client.Id))
            .Select(client => client.Id)
            .ToListAsync(cancellationToken);
        var known = await session.KnownAsync<T>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        FactResult<T>[] results = [.. statements.Select(Take)];
        return await session.SaveOrErrorAsync(cancellationToken) is { } refused
            ? [.. statements.Select(_ => FactResult<T>.Refused(refused))]
            : results;

        FactResult<T> Take(TStatement statement)
        {
            if (!mine.Contains(statement.ClientId))
                return FactResult<T>.Refused(NotFoundError.Of("client", "clientId"));
            if (!known.TryGetValue((statement.ClientId, statement.ExternalReference), out var row))
            {
                session.Db.Add(row = Observation<TStatement>.Record<T>(session.TenantId, statement, how.Now));
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
}
