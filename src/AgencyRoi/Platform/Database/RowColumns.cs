using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Platform.Database;

/// <summary>A column of many rows, sent as one array.</summary>
internal abstract class RowColumn<TRow>(string name)
{
    public string Name => name;

    public abstract NpgsqlParameter ArrayOf(IReadOnlyList<TRow> rows);

    public static RowColumn<TRow> Of<TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value) =>
        new Typed<TValue>(name, type, value);

    private sealed class Typed<TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value) : RowColumn<TRow>(name)
    {
        public override NpgsqlParameter ArrayOf(IReadOnlyList<TRow> rows)
        {
            var array = new TValue[rows.Count];
            for (var i = 0; i < array.Length; i++)
                array[i] = value(rows[i]);
            return new NpgsqlParameter<TValue[]> { TypedValue = array, NpgsqlDbType = NpgsqlDbType.Array | type };
        }
    }
}

/// <summary>
/// The columns of a table, written once for names, order and values: a row of thirty columns leaves no room for a list of names in one
/// place and a list of values in another. Rows of any number travel as one array a column, so a statement has the same text for all.
/// </summary>
internal sealed class RowColumns<TRow>(params RowColumn<TRow>[] columns)
{
    public string Names { get; } = string.Join(", ", columns.Select(column => column.Name));

    public string NamesOf(string alias) => string.Join(", ", columns.Select(column => $"{alias}.{column.Name}"));

    public int Count => columns.Length;

    /// <summary>A statement that inserts rows of one tenant; <paramref name="rest"/> follows the select.</summary>
    public NpgsqlBatchCommand Insert(string table, AgencyId tenantId, IReadOnlyList<TRow> rows, string rest = "")
    {
        var places = string.Join(", ", Enumerable.Range(2, columns.Length).Select(place => $"${place}"));
        var text = $"insert into {table} (tenant_id, {Names}) select $1, r.* from unnest({places}) as r ({Names}) {rest}";
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = tenantId.Value });
        foreach (var column in columns)
            command.Parameters.Add(column.ArrayOf(rows));
        return command;
    }
}
