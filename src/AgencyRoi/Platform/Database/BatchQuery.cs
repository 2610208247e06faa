using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>A statement and how its rows are read, so that several which need nothing of one another travel together.</summary>
internal sealed record BatchQuery<T>(NpgsqlBatchCommand Command, Func<NpgsqlDataReader, CancellationToken, Task<T>> ReadAsync)
{
    /// <summary>The same rows, made something else of.</summary>
    public BatchQuery<TResult> Select<TResult>(Func<T, TResult> make) =>
        new(Command, async (reader, cancellationToken) => make(await ReadAsync(reader, cancellationToken)));
}

/// <summary>Queries that are sent in one round trip.</summary>
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
        await using var batch = session.Batch();
        foreach (var query in queries)
            batch.BatchCommands.Add(query.Command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var results = new List<T>(queries.Count);
        foreach (var query in queries)
        {
            results.Add(await query.ReadAsync(reader, cancellationToken));
            await reader.NextResultAsync(cancellationToken);
        }
        return results;
    }

    public static async Task<(T First, TOther Second)> RunTogetherAsync<T, TOther>(
        this DatabaseSession session,
        BatchQuery<T> first,
        BatchQuery<TOther> second,
        CancellationToken cancellationToken
    )
        where T : class
        where TOther : class =>
        await session.RunTogetherAsync<object>([first.Select(rows => (object)rows), second.Select(rows => (object)rows)], cancellationToken)
            is [T one, TOther other]
            ? (one, other)
            : throw new InvalidOperationException("A batch answers each of its queries.");
}
