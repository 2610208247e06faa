using System.Globalization;
using System.Text.Json;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Postings;
using Npgsql;

namespace AgencyRoi.Benchmarks.Growth;

/// <summary>What one cost takes that is recorded by itself: the statements of its transaction, and the pages that the server read for all of its request.</summary>
internal sealed record PostingCost(int Statements, double Pages)
{
    private const int Costs = 100;
    private const string Client = """{ clients(first: 1, where: { externalReference: { eq: "client-0" } }) { nodes { id } } }""";

    // A process of the server tells what it read when it has been idle for ten seconds.
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(11);

    public static async Task<PostingCost> MeasureAsync(GrowingClient client, ProductServer product, string token)
    {
        using var answer = JsonDocument.Parse(await product.AskAsync(JsonSerializer.Serialize(new { query = Client }), token));
        var id = answer.RootElement.GetProperty("data").GetProperty("clients").GetProperty("nodes")[0].GetProperty("id").GetString()!; // never null by the schema
        var body = PostedCosts.BodyOf(id);
        await product.AskAsync(body, token);
        var recorded = await client.Database.Log.RecordAsync(MeasuredDatabase.Name, () => product.AskAsync(body, token));
        var before = await PagesAsync(client);
        for (var i = 0; i < Costs; i++)
            await product.AskAsync(body, token);
        return new(
            ServerLog.TransactionIn(recorded).TakeWhile(statement => statement.Text != "COMMIT").Count() + 1,
            (await PagesAsync(client) - before) / (double)Costs
        );
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Statements} statements, {Pages:0} pages");

    private static async Task<long> PagesAsync(GrowingClient client)
    {
        await Task.Delay(Told);
        await using var connection = new NpgsqlConnection(client.Database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select blks_hit + blks_read from pg_stat_database where datname = current_database()",
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!; // the database is there
    }
}
