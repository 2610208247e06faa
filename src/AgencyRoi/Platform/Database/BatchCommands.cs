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
            command.Parameters.Add(new NpgsqlParameter { Value = Plain(value) });
        return command;
    }

    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = Plain(value) });
        return command;
    }

    // Npgsql knows none of our ids, alone or in an array.
    private static object Plain(object value) =>
        value switch
        {
            IGuidKey id => id.Value,
            ClientId[] clients => clients.ToGuids(),
            Array ids when ids.GetType().GetElementType()!.IsAssignableTo(typeof(IGuidKey)) => ids.Cast<IGuidKey>()
                .Select(id => id.Value)
                .ToArray(),
            _ => value,
        };
}
