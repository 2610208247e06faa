using System.Text.Json;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Load;

namespace AgencyRoi.Benchmarks.Published;

/// <summary>From the start of a published build to its first answer, against a database that runs already.</summary>
internal sealed class StartBenchmark(IReadOnlyList<PublishedBuild> builds, int rounds)
{
    private static readonly string Body = JsonSerializer.Serialize(new { query = "{ viewer { role } }" });

    public async Task RunAsync()
    {
        await using var database = await ClientsAndChannels.StartAsync();
        var token = await database.TokenAsync(ClientsAndChannels.Agency);
        Console.WriteLine($"{rounds} starts of each build in turns; {Measure.Machine()}");
        var times = builds.ToDictionary(build => build, _ => new List<double>());
        // The first of each only brings its files into memory.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var build in builds)
            {
                await using var process = PublishedProcess.Start(build, database);
                var time = await process.FirstAnswerAsync(Body, token);
                if (round > 0)
                    times[build].Add(time.TotalSeconds);
            }
        }
        foreach (var build in builds)
            Console.WriteLine(
                $"{times[build].Median(), 6:0.00} s to the first answer ({times[build].Min():0.00} to {times[build].Max():0.00})  {build.Name}"
            );
    }
}
