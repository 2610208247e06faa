using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>Statements of a batch with their values in the order of $1, $2, …</summary>
internal static class BatchCommands
{
    public static void Add(this NpgsqlBatch batch, string text, params ReadOnlySpan<object> values) =>
        batch.BatchCommands.Add(Of(text, values));

    public static NpgsqlBatchCommand Of(string text, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = Guids.Plain(value) });
        return command;
    }

    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = Guids.Plain(value) });
        return command;
    }
}
