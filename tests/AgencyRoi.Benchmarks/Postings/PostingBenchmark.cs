using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Load;
using Npgsql;

namespace AgencyRoi.Benchmarks.Postings;

/// <summary>Costs recorded one at a time by eight writers, of one client and of four, beside pgbench running the statements of the same postings.</summary>
internal sealed class PostingBenchmark(int rounds, TimeSpan turn)
{
    private const string Address = "http://127.0.0.1:5717";
    private const int Writers = 8;
    private const int WarmPostings = 5_000;
    private const double Target = 0.6;
    private static readonly int[] Clients = [1, 4];

    private readonly Wrk wrk = new(Writers);

    public async Task RunAsync()
    {
        await using var costs = await PostedCosts.StartAsync();
        await using var product = await ProductServer.StartAsync(costs.Database, Address, keptMegabytes: 0);
        var clients = await costs.ClientsAsync(product, Clients.Max());
        Console.WriteLine(
            $"wrk and pgbench, {Writers} writers each, {rounds} rounds of {turn.TotalSeconds} s for each; {Measure.Machine()}"
        );
        for (var postings = 0d; postings < WarmPostings; )
            postings += (await TurnAsync(clients)).Requests;

        var scripts = await ScriptsAsync(costs, product, clients);
        var before = await costs.CheckAsync(product, clients);
        var requests = 0L;
        var turns = Clients.ToDictionary(count => count, _ => new List<(double Product, double Pgbench)>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var count in Clients)
            {
                var pgbench = new Pgbench(new NpgsqlConnectionStringBuilder(costs.Database.AppConnection), Writers);
                pgbench.Write([.. scripts.Take(count)]);
                var result = await TurnAsync([.. clients.Take(count)]);
                var told = await costs.CheckAsync(product, clients);
                // The last requests of a turn are answered when wrk counts no more.
                if (told - before < result.Requests || told - before > result.Requests + Writers)
                    throw new InvalidOperationException($"{told - before} costs were stored by {result.Requests} requests.");
                turns[count].Add((result.PerSecond, await pgbench.RunAsync(turn)));
                before = await costs.CheckAsync(product, clients);
                requests += result.Requests;
            }
        }
        Console.WriteLine($"at the end: {Measure.Machine()}");
        Console.WriteLine(
            $"{before} costs, {requests} of them by the product in these turns; entries, rollups and the API agree; 0 deadlocks"
        );
        Console.WriteLine("clients  postings/s  pgbench tps  ratio");
        foreach (var (count, measured) in turns)
            Console.WriteLine(
                $"{count, 7} {measured.Select(one => one.Product).Median(), 11:0} {measured.Select(one => one.Pgbench).Median(), 12:0}"
                    + $" {measured.Select(one => one.Product / one.Pgbench).Median(), 6:0.00} (target {Target:0.0})"
            );

        Task<WrkResult> TurnAsync(IReadOnlyList<string> of) =>
            wrk.RunAsync(product.Endpoint, string.Join('\n', of.Select(PostedCosts.BodyOf)), turn, authorization: $"Bearer {costs.Token}");
    }

    private static async Task<IReadOnlyList<string>> ScriptsAsync(PostedCosts costs, ProductServer product, IEnumerable<string> clients)
    {
        var script = await PostingScript.ForAsync(costs.Database.SuperuserConnection);
        var scripts = new List<string>();
        foreach (var client in clients)
        {
            var first = await costs.RecordAsync(product, client);
            scripts.Add(script.Of(await costs.RecordAsync(product, client), first));
        }
        return scripts;
    }
}
