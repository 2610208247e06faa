using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Load;

namespace AgencyRoi.Benchmarks.Published;

/// <summary>What a published build keeps in memory under load, 50 clients with their channels, and how much it answers meanwhile.</summary>
internal sealed class MemoryBenchmark(IReadOnlyList<PublishedBuild> builds, TimeSpan load)
{
    private const int Connections = 8;
    private const double Megabyte = 1024 * 1024;
    private readonly Wrk wrk = new(Connections);

    public async Task RunAsync()
    {
        await using var database = await ClientsAndChannels.StartAsync();
        var token = await database.TokenAsync(ClientsAndChannels.Agency);
        Console.WriteLine($"wrk, {Connections} connections, {load.TotalSeconds} s for each build; {Measure.Machine()}");
        Console.WriteLine("MiB ready  MiB loaded  answers/s");
        foreach (var build in builds)
        {
            await using var process = PublishedProcess.Start(build, database);
            await process.FirstAnswerAsync(ClientsAndChannels.Body, token);
            await PublishedProcess.UntilReadyAsync();
            var ready = process.ResidentBytes();
            var result = await wrk.RunAsync(PublishedProcess.Endpoint, ClientsAndChannels.Body, load, authorization: $"Bearer {token}");
            Console.WriteLine($"{ready / Megabyte, 9:0} {process.ResidentBytes() / Megabyte, 11:0} {result.PerSecond, 10:0}  {build.Name}");
        }
    }
}
