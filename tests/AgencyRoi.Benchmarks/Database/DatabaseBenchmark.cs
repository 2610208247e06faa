using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using AgencyRoi.Benchmarks.Load;
using AgencyRoi.Entry.Api;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>50 clients with their channels, asked of the product's own API with a token, beside pgbench running the statements that it ran.</summary>
internal sealed class DatabaseBenchmark(int rounds, TimeSpan turn)
{
    private const int PostgresPort = 5790;
    private const string Server = "http://127.0.0.1:5712";
    private const int Connections = 8;
    private const int WarmRequests = 20_000;
    private const double Target = 0.5;

    private const string Query =
        "{ clients(first: 50) { nodes { id name industry currency channels(first: 10) { nodes { id network { code } handle } } } } }";

    private static readonly string Body = JsonSerializer.Serialize(new { query = Query });
    private readonly Wrk wrk = new(Connections);

    public async Task RunAsync()
    {
        await using var agency = await MeasuredAgency.StartAsync(PostgresPort);
        await using var app = AgencyHost.Build(Modules.All, builder => Configure(builder, agency));
        await app.StartAsync();
        Console.WriteLine(
            $"wrk and pgbench, {Connections} connections each, throttling off, {rounds} rounds of {turn.TotalSeconds} s for each; {Measure.Machine()}"
        );
        // Until the compiler has seen what is hot; on a busy machine it comes to that late.
        for (var requests = 0d; requests < WarmRequests; )
            requests += (await TurnAsync(agency)).PerSecond * turn.TotalSeconds;

        // The first of the two may also look its token up, which is remembered for some seconds.
        var both = await agency.Log.RecordAsync(
            MeasuredAgency.Name,
            async () =>
            {
                await AskAsync(agency.Token);
                await AskAsync(agency.Token);
            }
        );
        LoggedStatement[] recorded = [.. both.SkipWhile(statement => statement.Text != "COMMIT").Skip(1)];
        List<LoggedStatement> statements = [.. recorded.SkipWhile(statement => !IsBegin(statement))];
        var pgbench = new Pgbench(new NpgsqlConnectionStringBuilder(agency.AppConnection), Connections);
        pgbench.Write(statements);
        await pgbench.RunAsync(turn);

        var turns = new List<Turn>();
        for (var round = 0; round < rounds; round++)
            turns.Add(await TurnAsync(agency) with { Pgbench = await pgbench.RunAsync(turn) });
        Console.WriteLine($"at the end: {Measure.Machine()}");
        Print(recorded, turns);
    }

    private async Task<Turn> TurnAsync(MeasuredAgency agency)
    {
        var (bytes, time) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        var result = await wrk.RunAsync(new Uri(Server + ApiModule.Address), Body, turn, $"Bearer {agency.Token}");
        return new Turn(
            result.PerSecond,
            0,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)result.Requests,
            (Environment.CpuUsage.TotalTime - time).TotalMicroseconds / result.Requests
        );
    }

    private static bool IsBegin(LoggedStatement statement) => statement.Text.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase);

    private static void Print(LoggedStatement[] recorded, List<Turn> turns)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"The server's log of one request, {recorded.Length} statements, {recorded.Count(one => one.IsQuery)} of them queries:"
        );
        foreach (var statement in recorded)
            Console.WriteLine($"  {string.Join(' ', statement.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        Console.WriteLine();
        Console.WriteLine($"requests/s       {turns.Select(turn => turn.PerSecond).Median():0}");
        Console.WriteLine($"pgbench tps      {turns.Select(turn => turn.Pgbench).Median():0}");
        Console.WriteLine($"ratio            {turns.Select(turn => turn.PerSecond / turn.Pgbench).Median():0.000} (target {Target:0.00})");
        Console.WriteLine($"processor        {turns.Select(turn => turn.Microseconds).Median():0} µs/request, without PostgreSQL's");
        Console.WriteLine($"allocated        {turns.Select(turn => turn.Bytes).Median():0} bytes/request");
    }

    private static void Configure(WebApplicationBuilder builder, MeasuredAgency agency)
    {
        builder.WebHost.UseUrls(Server);
        builder.Configuration["ConnectionStrings:App"] = agency.AppConnection;
        // The agency's points would be gone within the first second.
        builder.Configuration["Throttling:Enabled"] = "false";
        // An answer that is kept needs none of the statements that are measured.
        builder.Configuration["ResponseCache:Megabytes"] = "0";
        builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        builder.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning";
    }

    private static async Task<string> AskAsync(string token)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var content = new StringContent(Body, Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await client.PostAsync(Server + ApiModule.Address, content);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private readonly record struct Turn(double PerSecond, double Pgbench, double Bytes, double Microseconds);
}
