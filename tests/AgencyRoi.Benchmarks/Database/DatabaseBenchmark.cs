using AgencyRoi.Benchmarks.Load;
using Npgsql;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>50 clients with their channels, asked of the product's own API with a token, beside pgbench running the statements that it ran.</summary>
internal sealed class DatabaseBenchmark(int rounds, TimeSpan turn)
{
    private const string Address = "http://127.0.0.1:5712";
    private const int Connections = 8;
    private const int WarmRequests = 20_000;
    private const double Target = 0.5;

    private readonly Wrk wrk = new(Connections);

    public async Task RunAsync()
    {
        await using var database = await ClientsAndChannels.StartAsync();
        var token = await database.TokenAsync(ClientsAndChannels.Agency);
        // An answer that is kept needs none of the statements that are measured.
        await using var product = await ProductServer.StartAsync(database, Address, keptMegabytes: 0);
        Console.WriteLine(
            $"wrk and pgbench, {Connections} connections each, throttling off, {rounds} rounds of {turn.TotalSeconds} s for each; {Measure.Machine()}"
        );
        // Until the compiler has seen what is hot; on a busy machine it comes to that late.
        for (var requests = 0d; requests < WarmRequests; )
            requests += (await TurnAsync(product, token)).PerSecond * turn.TotalSeconds;

        var recorded = await database.Log.RecordRequestAsync(() => product.AskAsync(ClientsAndChannels.Body, token));
        var pgbench = new Pgbench(new NpgsqlConnectionStringBuilder(database.AppConnection), Connections);
        pgbench.Write(ServerLog.TransactionIn(recorded));
        await pgbench.RunAsync(turn);

        var turns = new List<(WrkTurn Product, double Pgbench)>();
        for (var round = 0; round < rounds; round++)
            turns.Add((await TurnAsync(product, token), await pgbench.RunAsync(turn)));
        Console.WriteLine($"at the end: {Measure.Machine()}");
        Print(recorded, turns);
    }

    private Task<WrkTurn> TurnAsync(ProductServer product, string token) =>
        WrkTurn.MeasureAsync(() => wrk.RunAsync(product.Endpoint, ClientsAndChannels.Body, turn, authorization: $"Bearer {token}"));

    private static void Print(IReadOnlyList<LoggedStatement> recorded, List<(WrkTurn Product, double Pgbench)> turns)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"The server's log of one request, {recorded.Count} statements, {recorded.Count(one => one.IsQuery)} of them queries:"
        );
        foreach (var statement in recorded)
            Console.WriteLine($"  {statement.OnOneLine}");
        Console.WriteLine();
        Console.WriteLine($"requests/s       {turns.Select(turn => turn.Product.PerSecond).Median():0}");
        Console.WriteLine($"pgbench tps      {turns.Select(turn => turn.Pgbench).Median():0}");
        Console.WriteLine(
            $"ratio            {turns.Select(turn => turn.Product.PerSecond / turn.Pgbench).Median():0.000} (target {Target:0.00})"
        );
        Console.WriteLine(
            $"processor        {turns.Select(turn => turn.Product.Microseconds).Median():0} µs/request, without PostgreSQL's"
        );
        Console.WriteLine($"allocated        {turns.Select(turn => turn.Product.Bytes).Median():0} bytes/request");
    }
}
