using System.Diagnostics;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Load;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Reports.Attribution;

namespace AgencyRoi.Benchmarks.Attribution;

/// <summary>
/// A year of attribution of a client with so many journeys, and of one with a tenth of them: from sums that are kept beside <c>client.roi</c>, what it takes to keep them, and each
/// model read from the journeys themselves beside the last touch as one statement.
/// </summary>
/// <param name="keep">Whether sums are kept and asked, which takes longest.</param>
internal sealed class AttributionBenchmark(int journeys, int rounds, bool keep)
{
    private const int PostgresPort = 5795;
    private const string Address = "http://127.0.0.1:5719";
    private const int KeptRounds = 15;
    private static readonly AttributedClient Warm = new("warm", 5_000);

    private readonly AttributedClient small = new("small", journeys / 10);
    private readonly AttributedClient large = new("large", journeys);

    public async Task RunAsync()
    {
        await using var database = await MeasuredDatabase.StartAsync(PostgresPort);
        Console.WriteLine($"{journeys:N0} journeys of four touches, {rounds} rounds; {Measure.Machine()}");
        var filling = Stopwatch.StartNew();
        await AttributedClient.FillAsync(database, [Warm, small, large]);
        Console.WriteLine($"filled in {filling.Elapsed.TotalSeconds:0} s");
        if (keep)
            await MeasureKeptAsync(database);
        await ReadModelsAsync(database);
        Console.WriteLine($"at the end: {Measure.Machine()}");
    }

    private async Task MeasureKeptAsync(MeasuredDatabase database)
    {
        // Answers that are given again would cost nothing.
        await using var product = await ProductServer.StartAsync(database, Address, keptMegabytes: 0);
        await KeepAsync(database, product, Warm);
        foreach (var client in new[] { small, large })
        {
            var (elapsed, before, peak) = await KeepAsync(database, product, client);
            Console.WriteLine(
                $"kept {client.Journeys:N0} from nothing in {elapsed.TotalSeconds:0.0} s; the process had {before:0} MiB before and {peak:0} at most"
            );
        }
        // Sums that were added to often lie as they would a while later.
        await database.FillAsync();
        var costs = new List<KeptCosts>();
        foreach (var client in new[] { small, large })
        {
            var token = await database.TokenAsync(client.Slug);
            var expected = await database.WithSessionAsync(client.Slug, SessionMode.Read, ExpectedCredits.LoadAsync);
            expected.Demand(await product.AskAsync(AttributedClient.Attribution, token));
            costs.Add(await new KeptComparison(database, product, KeptRounds).MeasureAsync(client, token));
        }
        Print(costs);
    }

    private static async Task<(TimeSpan Elapsed, double Before, double Peak)> KeepAsync(
        MeasuredDatabase database,
        ProductServer product,
        AttributedClient client
    )
    {
        // The session is over before the work begins: an open one keeps the server from clearing up behind it.
        var (tenant, id) = await database.WithSessionAsync(
            client.Slug,
            SessionMode.Read,
            async session => (session.Scope.Tenant, await AttributedClient.IdAsync(session))
        );
        var before = PeakMemory.Forget();
        var watch = Stopwatch.StartNew();
        await product.Keeper.KeepAsync(tenant, id, CancellationToken.None);
        return (watch.Elapsed, before, PeakMemory.Read());
    }

    private async Task ReadModelsAsync(MeasuredDatabase database)
    {
        // Until the compiler has seen what is hot.
        foreach (var model in ReadModel.All)
            await OfAsync(database, Warm, model.ReadAsync);
        var expected = await OfAsync(database, large, ExpectedCredits.LoadAsync);
        var taken = ReadModel.All.ToDictionary(model => model, _ => new List<(double Seconds, double Ratio, double Before, double Peak)>());
        var statements = new List<double>();
        var streams = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            statements.Add((await OfAsync(database, large, ExpectedCredits.TimeAsync)).TotalSeconds);
            streams.Add((await OfAsync(database, large, JourneyStream.TimeAsync)).TotalSeconds);
            foreach (var model in ReadModel.All)
            {
                var before = PeakMemory.Forget();
                var watch = Stopwatch.StartNew();
                var (book, result) = await OfAsync(database, large, model.ReadAsync);
                var seconds = watch.Elapsed.TotalSeconds;
                taken[model].Add((seconds, seconds / statements[^1], before, PeakMemory.Read()));
                Demand(expected, model, book, result);
            }
        }
        Console.WriteLine();
        Console.WriteLine(
            $"read from {large.Journeys:N0} journeys; the last touch as one statement: {statements.Median():0.00} s; their rows in order, and nothing made of them: {streams.Median():0.00} s"
        );
        Console.WriteLine("model                   seconds  ratio to SQL  at most  MiB before  MiB at most");
        foreach (var (model, turns) in taken)
            Console.WriteLine(
                $"{model.Name, -22} {turns.Select(turn => turn.Seconds).Median(), 8:0.00} {turns.Select(turn => turn.Ratio).Median(), 13:0.0} {model.MostTimes, 8} {turns.Select(turn => turn.Before).Median(), 11:0} {turns.Select(turn => turn.Peak).Max(), 12:0}"
            );
    }

    // Whatever the model, its credits and what is unattributed are all conversions and all their value.
    private static void Demand(ExpectedCredits expected, ReadModel model, JourneyBook book, ModelResult result)
    {
        ExpectedCredits.DemandEqual("all", expected.All, new(book.Conversions, book.Value));
        if (result.Gap is { } gap)
            throw new InvalidOperationException($"{model.Name} credits nothing: {gap}.");
        var credited = new ModelCredit(
            decimal.Round(result.Credits.Sum(credit => credit.Conversions) + book.UnattributedConversions, 6),
            decimal.Round(result.Credits.Sum(credit => credit.Value) + book.UnattributedValue, 6)
        );
        ExpectedCredits.DemandEqual(model.Name, expected.All, credited);
        if (model == ReadModel.All[0])
            ExpectedCredits.DemandEqual(
                "channels by their last touch",
                new(expected.ByChannel.Values.Sum(credit => credit.Conversions), expected.ByChannel.Values.Max(credit => credit.Value)),
                new(result.Credits.Sum(credit => credit.Conversions), result.Credits.Max(credit => credit.Value))
            );
    }

    private static Task<T> OfAsync<T>(MeasuredDatabase database, AttributedClient client, Func<DatabaseSession, Task<T>> work) =>
        database.WithSessionAsync(
            client.Slug,
            SessionMode.Read,
            async session =>
            {
                await session.AllowAnyTimeAsync(CancellationToken.None);
                return await work(session);
            }
        );

    private static void Print(List<KeptCosts> costs)
    {
        Console.WriteLine();
        Console.WriteLine("from kept sums       attribution                         roi by channel");
        Console.WriteLine("journeys          ms  statements   pages          ms  statements   pages   time ratio");
        foreach (var one in costs)
            Console.WriteLine(
                $"{one.Client.Journeys, 10:N0} {one.Attribution, 9:0.00} {one.OfAttribution.Statements, 11} {one.OfAttribution.Pages, 7} {one.Roi, 11:0.00} {one.OfRoi.Statements, 11} {one.OfRoi.Pages, 7} {one.Ratio, 12:0.00}"
            );
        Console.WriteLine(
            $"pages with ten times the touches: {(double)costs[1].OfAttribution.Pages / costs[0].OfAttribution.Pages:0.00} times as many (0.80 to 1.20)"
        );
    }
}
