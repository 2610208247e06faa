using System.Text.Json;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Load;
using Npgsql;

namespace AgencyRoi.Benchmarks.Compare;

/// <summary>
/// The main question, a year of 200 clients side by side: worked out anew and given again, beside the database alone, the smallest question of all, larger
/// agencies, and a peer. Rounds in which each has its turn, so that what else the machine does falls on all of them.
/// </summary>
internal sealed class ComparisonBenchmark(ComparisonOptions options)
{
    private const int PostgresPort = 5791;
    private const string FreshAddress = "http://127.0.0.1:5713";
    private const string KeptAddress = "http://127.0.0.1:5714";
    private const int KeptMegabytes = 16;
    private const int Connections = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private static readonly string Viewer = JsonSerializer.Serialize(new { query = "{ viewer { role } }" });
    private static readonly string Comparison = JsonSerializer.Serialize(
        new { query = File.ReadAllText(ComparedAgency.FileOf("compare-clients.graphql")) }
    );

    private readonly Wrk wrk = new(Connections);
    private readonly ComparedAgency? large = options.Clients > 0 ? new("large", options.Clients, Weeks: 4) : null;
    private readonly ComparedAgency? dense =
        options.Entries > 0 ? new("dense", ComparedAgency.Measured.Clients, Copies: options.Entries) : null;

    public async Task RunAsync()
    {
        await using var database = await MeasuredDatabase.StartAsync(PostgresPort);
        IReadOnlyList<ComparedAgency> agencies = [.. new[] { ComparedAgency.Measured, large, dense }.OfType<ComparedAgency>()];
        await ComparedAgency.FillAsync(database, agencies);
        await using var fresh = await ProductServer.StartAsync(database, FreshAddress, keptMegabytes: 0);
        await using var kept = await ProductServer.StartAsync(database, KeptAddress, KeptMegabytes);
        Console.WriteLine(
            $"wrk and pgbench, {Connections} connections each, {options.Rounds} rounds of {options.Turn.TotalSeconds} s for each; {Measure.Machine()}"
        );

        var tokens = new Dictionary<ComparedAgency, string>();
        foreach (var agency in agencies)
        {
            tokens[agency] = await database.TokenAsync(agency.Slug);
            await agency.CheckAsync(database, await fresh.AskAsync(Comparison, tokens[agency]));
        }
        var token = tokens[ComparedAgency.Measured];
        List<ComparisonCase> cases =
        [
            new("compareClients", () => TurnAsync(fresh, Comparison, token)),
            new("viewer { role }", () => TurnAsync(fresh, Viewer, token)),
            new("given again", () => TurnAsync(kept, Comparison, token)),
        ];
        if (large is not null)
            cases.Add(new($"{large.Clients} clients", () => TurnAsync(fresh, Comparison, tokens[large])));
        if (options.Peer is { } peer)
            cases.Add(new("the peer", async () => new(await PeerTurnAsync(peer), 0, 0)));
        foreach (var one in cases)
            await one.WarmUpAsync(WarmUp);

        var recorded = await database.Log.RecordRequestAsync(() => fresh.AskAsync(Comparison, token));
        var pgbench = new Pgbench(new NpgsqlConnectionStringBuilder(database.AppConnection), Connections);
        pgbench.Write(ServerLog.TransactionIn(recorded));
        cases.Add(new("pgbench", async () => new(await pgbench.RunAsync(options.Turn), 0, 0)));

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var one in cases)
                await one.TakeTurnAsync();
        }
        Console.WriteLine($"at the end: {Measure.Machine()}");
        Print(cases);
        foreach (var agency in agencies)
            await PrintStatementsAsync(database, fresh, agency, tokens[agency]);
    }

    private Task<WrkTurn> TurnAsync(ProductServer server, string body, string token) =>
        WrkTurn.MeasureAsync(() => wrk.RunAsync(server.Endpoint, body, options.Turn, authorization: $"Bearer {token}"));

    private async Task<double> PeerTurnAsync(PeerEndpoint peer) =>
        (await wrk.RunAsync(peer.Address, peer.Body, options.Turn, header: peer.Header)).PerSecond;

    private static void Print(List<ComparisonCase> cases)
    {
        var measured = cases[0];
        Console.WriteLine();
        Console.WriteLine("                               ratio of           processor      allocated");
        Console.WriteLine("case              answers/s  compareClients  µs/request  bytes/request");
        foreach (var one in cases)
            Console.WriteLine(
                $"{one.Name, -16} {one.Median(turn => turn.PerSecond), 10:0.0} {measured.RatioTo(one), 15:0.000} {one.Median(turn => turn.Microseconds), 11:0} {one.Median(turn => turn.Bytes), 14:0}"
            );
    }

    private static async Task PrintStatementsAsync(MeasuredDatabase database, ProductServer server, ComparedAgency agency, string token)
    {
        var recorded = await database.Log.RecordRequestAsync(() => server.AskAsync(Comparison, token));
        var costs = await StatementCost.OfAsync(database.AppConnection, ServerLog.TransactionIn(recorded));
        Console.WriteLine();
        Console.WriteLine(
            $"{agency.Slug}: {agency.Clients} clients, {agency.Copies} times the entries: {recorded.Count} statements, {costs.Count} of them queries, "
                + $"{costs.Sum(cost => cost.Milliseconds):0.00} ms in the server, {costs.Sum(cost => cost.Buffers)} pages"
        );
        foreach (var cost in costs)
            Console.WriteLine(
                $"{cost.Milliseconds, 9:0.00} ms {cost.Buffers, 7} pages  {cost.Statement.OnOneLine[..Math.Min(140, cost.Statement.OnOneLine.Length)]}"
            );
    }
}

/// <summary>One thing that has its turn in each round.</summary>
internal sealed class ComparisonCase(string name, Func<Task<WrkTurn>> turn)
{
    private readonly List<WrkTurn> turns = [];

    public string Name => name;

    /// <summary>Until the compiler has seen what is hot.</summary>
    public async Task WarmUpAsync(TimeSpan duration)
    {
        var end = DateTime.UtcNow + duration;
        while (DateTime.UtcNow < end)
            await turn();
    }

    public async Task TakeTurnAsync() => turns.Add(await turn());

    public double Median(Func<WrkTurn, double> of) => turns.Select(of).Median();

    /// <summary>How many times as many answers this case gives, by the median of the rounds.</summary>
    public double RatioTo(ComparisonCase other) => turns.Zip(other.turns, (its, others) => its.PerSecond / others.PerSecond).Median();
}
