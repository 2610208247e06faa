using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>Statements of a batch with their values in the order of $1, $2, …</summary>
internal static class BatchCommands
{
    public static void Add(this NpgsqlBatch batch, string text, params ReadOnlySpan<object> values) =>
        batch.BatchCommands.Add(Of(text, values));

    /// <summary>
    /// A statement that finds each of its rows by a range of one value, in the order of that value: the one index that has this order is taken, since the
    /// planner may not sort. By equality it takes any index that begins with the client as long as it knows nothing of the table, and goes through all rows
    /// of a client for each that is looked for: the first import into a new database then needs milliseconds a row.
    /// </summary>
    public static void AddInOrderOfIndex(this NpgsqlBatch batch, string text, params ReadOnlySpan<object> values)
    {
        batch.Add("set local enable_sort = off");
        batch.Add(text, values);
        batch.Add("set local enable_sort = on");
    }

    public static NpgsqlBatchCommand Of(string text, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
            command.Parameters.Add(ParameterOf(value));
        return command;
    }

    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            command.Parameters.Add(ParameterOf(value));
        return command;
    }

    private static NpgsqlParameter ParameterOf(object value) => value as NpgsqlParameter ?? new() { Value = Guids.Plain(value) };
}
