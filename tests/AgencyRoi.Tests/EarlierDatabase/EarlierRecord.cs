using System.IO.Compression;
using System.Text.Json;

namespace AgencyRoi.Tests.EarlierDatabase;

/// <summary>What an earlier version said about its database, as it was written down beside it.</summary>
internal sealed record EarlierRecord(IReadOnlyList<EarlierRows> Rows, IReadOnlyList<EarlierAnswer> Answers)
{
    private const string Folder = "tests/AgencyRoi.Tests/EarlierDatabase";

    public static EarlierRecord Read() => JsonSerializer.Deserialize<EarlierRecord>(Unpacked("answers.json.gz"))!;

    /// <summary>The database as plain SQL.</summary>
    public static string ReadDatabase() => Unpacked("database.sql.gz");

    private static string Unpacked(string file)
    {
        using var packed = File.OpenRead(Repository.PathOf($"{Folder}/{file}"));
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}

/// <summary>A question that was asked, and the answer's <c>data</c> as it was written.</summary>
/// <param name="Agency">The slug of the agency that asked.</param>
/// <param name="Portal">True: with a portal token for the client; else as the agency's owner.</param>
/// <param name="Document">One of <see cref="EarlierQuestions"/>.</param>
internal sealed record EarlierAnswer(string Agency, bool Portal, string Document, JsonElement Variables, string Data);

/// <summary>The rows of a table in the columns that it had, counted and hashed.</summary>
internal sealed record EarlierRows(string Table, string Columns, string Hash)
{
    // The column that was divided since, and what stood for none: the hash is that of what the rows said.
    private static string AsItWas(string table, string column) =>
        (table.StartsWith("ledger_", StringComparison.Ordinal), column) switch
        {
            (true, "stream") => "coalesce(value_stream, cost_category)",
            (true, "grade") => "coalesce(grade, 'A')",
            (true, "basis") => "coalesce(basis, 'STATED')",
            _ => column,
        };

    public static async Task<EarlierRows> OfAsync(TestDatabase database, string table, string columns)
    {
        var names = columns.Split(", ");
        var isRollup = table is "ledger_months" or "ledger_days";
        var read = names.Select(column => isRollup && IsSum(column) ? $"sum({column})" : AsItWas(table, column));
        // Its rows were divided by method since: together they are what one was.
        var together = isRollup
            ? $" group by {string.Join(", ", names.Where(column => !IsSum(column)).Select(column => AsItWas(table, column)))}"
            : "";
        var hash = await database.AsSuperuserAsync(
            $"""
            select concat(count(*), ' rows ', md5(string_agg(r, E'\n' order by r collate "C")))
            from (select row({string.Join(", ", read)})::text as r from app.{table}{together}) rows
            """
        );
        return new(table, columns, (string)hash!); // A count is always there.
    }

    private static bool IsSum(string column) => column is "entries" or "quantity" || column.EndsWith("_amount", StringComparison.Ordinal);
}
