using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>The rows of a query of a batch, once the batch was run.</summary>
internal sealed class QueryResult<T>
{
    private T? value;
    private bool isRead;

    /// <exception cref="InvalidOperationException">The batch was not run.</exception>
    public T Value => isRead ? value! : throw new InvalidOperationException("The batch of the query was not run."); // it was set when it was read

    internal async Task ReadAsync(BatchQuery<T> query, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        value = await query.ReadAsync(reader, cancellationToken);
        isRead = true;
    }
}

/// <summary>Queries of different rows that are sent in one round trip.</summary>
internal sealed class QueryBatch
{
    private readonly List<NpgsqlBatchCommand> commands = [];
    private readonly List<Func<NpgsqlDataReader, CancellationToken, Task>> readers = [];

    /// <returns>Where its rows will be.</returns>
    public QueryResult<T> Add<T>(BatchQuery<T> query)
    {
        var result = new QueryResult<T>();
        commands.Add(query.Command);
        readers.Add((reader, cancellationToken) => result.ReadAsync(query, reader, cancellationToken));
        return result;
    }

    public async Task RunAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await using var batch = session.Batch();
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var read in readers)
        {
            await read(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
        }
    }
}
