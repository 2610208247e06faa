using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Benchmarks.Attribution;

/// <summary>The credits of the last touch as the database itself sums them: answers are held against them, and their statement's time is what models are compared with.</summary>
/// <param name="All">All conversions, and their value.</param>
/// <param name="ByChannel">By the names of channels; those of direct visits under an empty one.</param>
internal sealed record ExpectedCredits(ModelCredit All, IReadOnlyDictionary<string, ModelCredit> ByChannel)
{
    private const string Names = "select id::text, name from app.channels where tenant_id = $1 and client_id = $2";

    private static readonly string LastTouch = File.ReadAllText(AttributedClient.FileOf("last-touch.sql"));
    private static readonly string Conversions = File.ReadAllText(AttributedClient.FileOf("all-conversions.sql"));

    public static async Task<ExpectedCredits> LoadAsync(DatabaseSession session)
    {
        var names = await ReadAsync(session, Names, [], row => (Id: row.GetString(0), Name: row.GetString(1)));
        var nameOf = names.ToDictionary(channel => channel.Id, channel => channel.Name);
        object[] days = [AttributedClient.Year.From, AttributedClient.Year.To];
        var touched = await ReadAsync(session, LastTouch, days, row => (Channel: NameOf(row, 0), Credit: CreditOf(row, 1)));
        var sold = await ReadAsync(session, Conversions, days, row => (Channel: NameOf(row, 2), Credit: CreditOf(row, 0)));
        return new(
            sold[0].Credit,
            touched
                .Concat(sold.Skip(1))
                .GroupBy(row => row.Channel)
                .ToDictionary(
                    rows => rows.Key,
                    rows => new ModelCredit(rows.Sum(row => row.Credit.Conversions), rows.Sum(row => row.Credit.Value))
                )
        );

        string NameOf(Npgsql.NpgsqlDataReader row, int place) => row.IsDBNull(place) ? "" : nameOf[row.GetString(place)];

        static ModelCredit CreditOf(Npgsql.NpgsqlDataReader row, int place) => new(row.GetDecimal(place), row.GetDecimal(place + 1));
    }

    /// <summary>How long the last touch takes as one statement.</summary>
    public static async Task<TimeSpan> TimeAsync(DatabaseSession session)
    {
        var watch = Stopwatch.StartNew();
        await ReadAsync(session, LastTouch, [AttributedClient.Year.From, AttributedClient.Year.To], row => row.GetDecimal(2));
        return watch.Elapsed;
    }

    /// <exception cref="InvalidOperationException">The answer says something else of all conversions, or of those of a channel by its last touch.</exception>
    public void Demand(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        var client = document.RootElement.GetProperty("data").GetProperty("clients").GetProperty("nodes")[0];
        var report = client.GetProperty("attribution");
        DemandEqual("all", All, CreditIn(report));
        var model = report.GetProperty("models").EnumerateArray().Single(model => model.GetProperty("type").GetString() == "LAST_TOUCH");
        var rows = model.GetProperty("rows").EnumerateArray().ToDictionary(NameIn, CreditIn);
        // A channel that cost something is a row too.
        foreach (var channel in rows.Keys.Union(ByChannel.Keys))
            DemandEqual(channel, ByChannel.GetValueOrDefault(channel), rows.GetValueOrDefault(channel));
    }

    public static void DemandEqual(string of, ModelCredit expected, ModelCredit found)
    {
        if (expected != found)
            throw new InvalidOperationException(
                $"Of {(of.Length == 0 ? "direct visits" : of)} the database says {expected}, the product {found}."
            );
    }

    private static string NameIn(JsonElement row) =>
        row.GetProperty("channel") is { ValueKind: JsonValueKind.Object } channel ? channel.GetProperty("name").GetString()! : ""; // each has a name

    private static ModelCredit CreditIn(JsonElement row) =>
        new(NumberIn(row.GetProperty("conversions")), NumberIn(row.GetProperty("value").GetProperty("amount")));

    // Amounts are strings, whole numbers may be none.
    private static decimal NumberIn(JsonElement number) =>
        number.ValueKind == JsonValueKind.String ? decimal.Parse(number.GetString()!, CultureInfo.InvariantCulture) : number.GetDecimal(); // never a float

    private static async Task<List<T>> ReadAsync<T>(
        DatabaseSession session,
        string sql,
        object[] values,
        Func<Npgsql.NpgsqlDataReader, T> take
    )
    {
        await using var command = session.Command(sql).With([session.TenantId, await AttributedClient.IdAsync(session), .. values]);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(take(reader));
        return rows;
    }
}
