using System.Globalization;
using AgencyRoi.Benchmarks.Attribution;
using AgencyRoi.Benchmarks.Compare;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Growth;
using AgencyRoi.Benchmarks.HotPaths;
using AgencyRoi.Benchmarks.Http;
using AgencyRoi.Benchmarks.Import;
using AgencyRoi.Benchmarks.Postings;
using AgencyRoi.Benchmarks.Published;
using AgencyRoi.Benchmarks.Regression;
using AgencyRoi.Benchmarks.Sample;
using Microsoft.Extensions.Hosting;

#if DEBUG
if (args is ["regress", .. var accepting])
    return await RegressionCheck.RunAsync(accept: accepting is ["--accept"]);
Console.Error.WriteLine("Measured in Release only, except the verb regress: dotnet run -c Release --project tests/AgencyRoi.Benchmarks");
return 1;
#else
switch (args)
{
    case ["http", .. var times]:
        await new HttpBenchmark(rounds: NumberOr(times, 0, 7), turn: TimeSpan.FromSeconds(NumberOr(times, 1, 3))).RunAsync();
        return 0;
    case ["database", .. var times]:
        await new DatabaseBenchmark(rounds: NumberOr(times, 0, 7), turn: TimeSpan.FromSeconds(NumberOr(times, 1, 4))).RunAsync();
        return 0;
    case ["compare", .. var options]:
        await new ComparisonBenchmark(ComparisonOptions.Parse(options)).RunAsync();
        return 0;
    case ["growth", .. var sizes]:
        await new GrowthBenchmark(facts: NumberOr(sizes, 0, 2_555), times: NumberOr(sizes, 1, 10)).RunAsync();
        return 0;
    case ["import", .. var sizes]:
        await new ImportBenchmark(rows: NumberOr(sizes, 0, 1_000_000), sizes.Length > 1 ? sizes[1..] : ["costs", "sales"]).RunAsync();
        return 0;
    case ["attribution", .. var sizes]:
        await new AttributionBenchmark(
            NumberOr(sizes, 0, 100_000),
            rounds: NumberOr(sizes, 1, 3),
            keep: sizes is not [.., "read"]
        ).RunAsync();
        return 0;
    case ["postings", .. var times]:
        await new PostingBenchmark(rounds: NumberOr(times, 0, 5), turn: TimeSpan.FromSeconds(NumberOr(times, 1, 4))).RunAsync();
        return 0;
    case ["start", var rounds, .. var builds]:
        await new StartBenchmark([.. builds.Select(PublishedBuild.Parse)], Number(rounds)).RunAsync();
        return 0;
    case ["memory", var seconds, .. var builds]:
        await new MemoryBenchmark([.. builds.Select(PublishedBuild.Parse)], TimeSpan.FromSeconds(Number(seconds))).RunAsync();
        return 0;
    case ["micro", .. var arguments]:
        MicroBenchmarks.Run(arguments);
        return 0;
    case ["serve"]:
        await using (var server = await SampleServer.StartAsync("http://127.0.0.1:5711"))
            await server.WaitForShutdownAsync();
        return 0;
    default:
        Console.Error.WriteLine(
            "Verbs: http [rounds] [seconds], database [rounds] [seconds], compare [options], growth [facts] [times], import [rows] [kinds], attribution [journeys] [rounds] [read], postings [rounds] [seconds], start ROUNDS FOLDER…, memory SECONDS FOLDER…, micro [arguments of BenchmarkDotNet], serve. See the README."
        );
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int NumberOr(string[] times, int index, int otherwise) => times.Length > index ? Number(times[index]) : otherwise;
#endif
