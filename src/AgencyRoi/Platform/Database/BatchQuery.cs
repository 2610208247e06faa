using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>A statement and how its rows are read, so that several which need nothing of one another travel together.</summary>
internal sealed record BatchQuery<T>(NpgsqlBatchCommand Command, Func<NpgsqlDataReader, CancellationToken, Task<T>> ReadAsync)
{
    /// <summary>The same rows, made something else of.</summary>
    public BatchQuery<TResult> Select<TResult>(Func<T, TResult> make) =>
        new(Command, async (reader, cancellationToken) => make(await ReadAsync(reader, cancellationToken)));
}

/// <summary>Queries of the same rows that are sent in one round trip.</summary>
internal static class BatchQueries
{
    public static async Task<T> RunAsync<T>(this DatabaseSession session, BatchQuery<T> query, CancellationToken cancellationToken) =>
        (await session.RunTogetherAsync([query], cancellationToken))[0];

    /// <summary>The results in the order of the queries.</summary>
    public static async Task<IReadOnlyList<T>> RunTogetherAsync<T>(
        this DatabaseSession session,
        IReadOnlyList<BatchQuery<T>> queries,
        CancellationToken cancellationToken
    )
    {
        var batch = new QueryBatch();
        var results = queries.Select(batch.Add).ToList();
        await batch.RunAsync(session, cancellationToken);
        return [.. results.Select(result => result.Value)];
    }
}
