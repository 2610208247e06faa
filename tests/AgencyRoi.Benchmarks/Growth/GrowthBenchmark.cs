using System.Text.Json;
using AgencyRoi.Benchmarks.Database;

namespace AgencyRoi.Benchmarks.Growth;

/// <summary>What questions about one client take in the server, and what they take when its days hold so many times the facts: statements, pages and time.</summary>
/// <param name="facts">Of each kind at first.</param>
internal sealed class GrowthBenchmark(int facts, int times)
{
    private const string Address = "http://127.0.0.1:5718";
    private const string Year = """period: { from: "2025-01-01", to: "2026-01-01" }""";

    private static readonly (string Name, string Fields)[] Questions =
    [
        ("totals", $"roi({Year}) {{ cost {{ amount }} adjusted {{ roiPercent }} }}"),
        ("caveats", $"roi({Year}) {{ adjusted {{ caveats }} }}"),
        ("tree", $"roi({Year}) {{ tree {{ nodes {{ key value {{ amount }} }} }} }}"),
        ("tree of some days", """roi(period: { from: "2025-01-20", to: "2025-11-11" }) { tree { nodes { key value { amount } } } }"""),
        (
            "parts",
            $"roi({Year}) {{ byChannel {{ channel {{ name }} adjusted {{ roiPercent }} }} byStream {{ stream value {{ amount }} }} }}"
        ),
    ];

    public async Task RunAsync()
    {
        await using var client = await GrowingClient.StartAsync();
        await using var product = await ProductServer.StartAsync(client.Database, Address, keptMegabytes: 0);
        var token = await client.Database.TokenAsync(GrowingClient.Slug);
        await client.GrowAsync(facts);
        var before = await MeasureAsync(client, product, token);
        var posting = await PostingCost.MeasureAsync(client, product, token);
        await client.GrowAsync(facts * times);
        var after = await MeasureAsync(client, product, token);

        Console.WriteLine($"{before.Entries} entries of one client, and {after.Entries} on the same days; rollups follow from the entries");
        Console.WriteLine($"a cost that is recorded by itself: {posting}");
        Console.WriteLine("question           statements   pages    then  ratio      ms    then");
        foreach (var ((name, _), first, then) in Questions.Zip(before.Costs, after.Costs))
            Console.WriteLine(
                $"{name, -18} {then.Statements, 10} {first.Pages, 7} {then.Pages, 7} {(double)then.Pages / first.Pages, 6:0.00} {first.Milliseconds, 7:0.0} {then.Milliseconds, 7:0.0}"
            );
        foreach (var ((name, _), first, then) in Questions.Zip(before.Costs, after.Costs))
            PrintGrown(name, first.Queries, then.Queries);
    }

    // Where the same statements were sent, as they are unless something is pending.
    private static void PrintGrown(string name, IReadOnlyList<StatementCost> first, IReadOnlyList<StatementCost> then)
    {
        if (first.Count != then.Count)
            Console.WriteLine($"{name}: {first.Count} statements at first, and {then.Count} then");
        else
            foreach (var (few, many) in first.Zip(then).Where(pair => pair.Second.Buffers > 20 + pair.First.Buffers * 1.2))
                Console.WriteLine(
                    $"{name}: {few.Buffers, 6} pages, then {many.Buffers, 6} and {many.Milliseconds, 6:0.0} ms  {many.Statement.OnOneLine[..Math.Min(120, many.Statement.OnOneLine.Length)]}"
                );
    }

    private static async Task<(long Entries, List<QuestionCost> Costs)> MeasureAsync(
        GrowingClient client,
        ProductServer product,
        string token
    )
    {
        var costs = new List<QuestionCost>();
        foreach (var (_, fields) in Questions)
        {
            var body = JsonSerializer.Serialize(
                new { query = $$"""{ clients(first: 1, where: { externalReference: { eq: "client-0" } }) { nodes { {{fields}} } } }""" }
            );
            await product.AskAsync(body, token);
            var recorded = await client.Database.Log.RecordRequestAsync(() => product.AskAsync(body, token));
            costs.Add(new(recorded.Count, await StatementCost.OfAsync(client.Database.AppConnection, ServerLog.TransactionIn(recorded))));
        }
        return (await client.EntriesAsync(), costs);
    }

    private sealed record QuestionCost(int Statements, IReadOnlyList<StatementCost> Queries)
    {
        public long Pages => Queries.Sum(query => query.Buffers);

        public double Milliseconds => Queries.Sum(query => query.Milliseconds);
    }
}
