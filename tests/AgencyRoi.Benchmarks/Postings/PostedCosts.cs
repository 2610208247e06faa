using System.Text;
using System.Text.Json;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Import;
using Npgsql;

namespace AgencyRoi.Benchmarks.Postings;

/// <summary>An agency whose clients are charged one cost after the other, all of one day, category and amount.</summary>
internal sealed class PostedCosts : IAsyncDisposable
{
    public const decimal Amount = 12.5m;
    private const int PostgresPort = 5793;
    private const string Agency = "imported";
    private const string Record = "mutation($input: RecordCostInput!) { recordCost(input: $input) { cost { id } } }";
    private const string Return = """{ client(id: "$") { roi(period: { from: "2025-01-01", to: "2026-01-01" }) { cost { amount } } } }""";

    private PostedCosts(MeasuredDatabase database, string token) => (Database, Token) = (database, token);

    public MeasuredDatabase Database { get; }
    public string Token { get; }

    public static async Task<PostedCosts> StartAsync()
    {
        var database = await MeasuredDatabase.StartAsync(PostgresPort);
        await database.FillAsync(await File.ReadAllTextAsync(Path.Combine(ImportedAgency.Scripts, "agency.sql")));
        return new(database, await database.TokenAsync(Agency));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public async Task<IReadOnlyList<string>> ClientsAsync(ProductServer product, int count)
    {
        var query = $$"""{ clients(first: {{count}}) { nodes { id } } }""";
        using var answer = JsonDocument.Parse(await product.AskAsync(JsonSerializer.Serialize(new { query }), Token));
        var nodes = answer.RootElement.GetProperty("data").GetProperty("clients").GetProperty("nodes");
        return [.. nodes.EnumerateArray().Select(node => node.GetProperty("id").GetString()!)]; // The schema says that an id is never null.
    }

    /// <summary>The request that records a cost without a reference of its own, so that each is another cost.</summary>
    public static string BodyOf(string client) =>
        JsonSerializer.Serialize(
            new
            {
                query = Record,
                variables = new
                {
                    input = new
                    {
                        clientId = client,
                        category = "AD_SPEND",
                        occurredOn = "2025-03-05",
                        amount = Amount,
                        currency = "EUR",
                        paidBy = "CLIENT",
                    },
                },
            }
        );

    /// <summary>What the server executes for one cost of the client, in the transaction that stores it.</summary>
    public async Task<IReadOnlyList<LoggedStatement>> RecordAsync(ProductServer product, string client)
    {
        var body = BodyOf(client);
        await product.AskAsync(body, Token);
        var recorded = await Database.Log.RecordAsync(MeasuredDatabase.Name, () => product.AskAsync(body, Token));
        var transaction = ServerLog.TransactionIn(recorded);
        return [.. transaction.TakeWhile(statement => statement.Text != "COMMIT"), transaction.First(one => one.Text == "COMMIT")];
    }

    /// <summary>Looks whether rollups follow from entries, entries from costs, and the API says their sum for each client.</summary>
    /// <returns>How many costs there are.</returns>
    /// <exception cref="InvalidOperationException">They differ, or two transactions waited for each other.</exception>
    public async Task<long> CheckAsync(ProductServer product, IEnumerable<string> clients)
    {
        await Database.CheckAsync(Agency);
        if (
            await NumberAsync(
                $"select count(*) from app.costs c full join app.ledger_entries e on e.source_id = c.id where c.amount is distinct from e.client_amount"
            )
            is > 0
                and var differing
        )
            throw new InvalidOperationException($"{differing} costs and entries differ.");
        if (await NumberAsync("select deadlocks from pg_stat_database where datname = current_database()") is > 0 and var deadlocks)
            throw new InvalidOperationException($"{deadlocks} deadlocks.");
        foreach (var client in clients)
        {
            var query = Return.Replace("$", client, StringComparison.Ordinal);
            using var answer = JsonDocument.Parse(await product.AskAsync(JsonSerializer.Serialize(new { query }), Token));
            var told = answer
                .RootElement.GetProperty("data")
                .GetProperty("client")
                .GetProperty("roi")
                .GetProperty("cost")
                .GetProperty("amount")
                .GetDecimal();
            var stored = Amount * await NumberAsync($"select count(*) from app.costs where client_id = '{KeyOf(client)}'");
            if (told != stored)
                throw new InvalidOperationException($"The API says {told} of a client whose costs come to {stored}.");
        }
        return await NumberAsync("select count(*) from app.costs");
    }

    private static string KeyOf(string id) => Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split(':')[1];

    private async Task<long> NumberAsync(string query)
    {
        await using var connection = new NpgsqlConnection(Database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return (long)(await command.ExecuteScalarAsync())!; // a count is never null
    }
}
