using AgencyRoi.Benchmarks.Compare;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Load;

namespace AgencyRoi.Benchmarks.Regression;

/// <summary>
/// Whether some questions take more than they did: statements, pages and bytes, and never time. In Debug, where no compiler moves objects to the stack once
/// it gets to it, so that bytes are the same in each run.
/// </summary>
internal static class RegressionCheck
{
    private const int PostgresPort = 5792;
    private const string Address = "http://127.0.0.1:5716";
    private const int Batches = 5;
    private const int Requests = 10;
    private static readonly ComparedAgency Agency = ComparedAgency.Measured with { Weeks = 4 };

    /// <param name="accept">Whether what is found is accepted from now on.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(bool accept)
    {
        var found = await MeasureAsync();
        var accepted = CostFile.Read();
        CostComparison[] compared =
        [
            .. found.SelectMany(one => CostComparison.Of(one.Key, accepted.GetValueOrDefault(one.Key), one.Value)),
        ];
        Console.WriteLine("operation                figure           accepted        found    change tolerance");
        foreach (var one in compared)
            Console.WriteLine(one);
        if (accept)
            CostFile.Write(found);
        else if (compared.Any(one => one.IsWorse))
        {
            Console.Error.WriteLine(
                "An operation takes more than was accepted. If it has to: run 'dotnet run --project tests/AgencyRoi.Benchmarks -- regress --accept', and say why in the commit's body."
            );
            return 1;
        }
        return 0;
    }

    private static async Task<Dictionary<string, OperationCost>> MeasureAsync()
    {
        await using var database = await MeasuredDatabase.StartAsync(PostgresPort);
        await ComparedAgency.FillAsync(database, [Agency], others: 2);
        await using var product = await ProductServer.StartAsync(database, Address, keptMegabytes: 0);
        var token = await database.TokenAsync(Agency.Slug);
        var costs = new Dictionary<string, OperationCost>();
        foreach (var operation in MeasuredOperation.All)
        {
            var bytes = await BytesAsync(() => product.AskAsync(operation.Body, token));
            var recorded = await database.Log.RecordRequestAsync(() => product.AskAsync(operation.Body, token));
            var queries = await StatementCost.OfAsync(database.AppConnection, ServerLog.TransactionIn(recorded));
            costs.Add(operation.Name, new(recorded.Count, queries.Sum(query => query.Buffers), bytes));
        }
        return costs;
    }

    // The first batch does what is done once.
    private static async Task<long> BytesAsync(Func<Task> ask)
    {
        var batches = new List<double>();
        for (var batch = 0; batch <= Batches; batch++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var request = 0; request < Requests; request++)
                await ask();
            if (batch > 0)
                batches.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Requests);
        }
        return (long)batches.Median();
    }
}
