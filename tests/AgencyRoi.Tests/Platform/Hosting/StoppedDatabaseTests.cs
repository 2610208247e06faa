using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Platform.Hosting;

/// <summary>
/// A real server is stopped for some seconds under a load of reads and writes, and started again: nothing that was acknowledged is lost, and
/// nothing is there twice. Short in the suite; <c>OUTAGE_SECONDS=30</c> is the whole of it, and prints what was answered.
/// </summary>
public sealed class StoppedDatabaseTests(ITestOutputHelper output) : IDisposable
{
    private const int Workers = 8;
    private const string Database = "outage";

    private static readonly int Seconds = int.Parse(
        Environment.GetEnvironmentVariable("OUTAGE_SECONDS") ?? "1",
        CultureInfo.InvariantCulture
    );

    private readonly ConcurrentDictionary<string, int> answers = new();
    private readonly ConcurrentBag<string> acknowledged = [];
    private readonly ConcurrentBag<string> undone = [];
    private readonly CountedLog log = new();
    private int unexpected;

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_there_twice()
    {
        var folder = Path.Combine(Path.GetTempPath(), "agency-roi-tests-" + Guid.NewGuid().ToString("N")[..12]);
        var options = new PrivatePostgresOptions(folder) { Durable = false };
        var token = TestContext.Current.CancellationToken;
        var server = await PreparedPostgres.StartAsync(options, token);
        try
        {
            await server.CreateDatabaseIfMissingAsync(Database, token);
            await new Migrator(server.ConnectionFor(Roles.Migrator, Database)).RunAsync(token);
            var database = new TestDatabase(server, Database);
            var agency = await TestAgency.CreateAsync(database, "alpha", "USD", TimeProvider.System);
            await using var product = AgencyHost.Build(Modules.All, builder => Configure(builder, database));
            await product.StartAsync(token);
            using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };
            caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", agency.OwnerToken);
            var channelsOf = await ClientAsync(caller);

            using var over = new CancellationTokenSource();
            var workers = Enumerable.Range(0, Workers).Select(worker => WorkAsync(caller, channelsOf, worker, over.Token)).ToArray();
            await ServedAsync(acknowledged.Count + 20);
            await server.DisposeAsync();
            var stopped = Stopwatch.GetTimestamp();
            await Task.Delay(TimeSpan.FromSeconds(Seconds), token);
            server = await PreparedPostgres.StartAsync(options with { Port = server.Port }, token);
            var down = Stopwatch.GetElapsedTime(stopped);
            var started = Stopwatch.GetTimestamp();
            await ServedAsync(acknowledged.Count + Workers);
            var recovered = Stopwatch.GetElapsedTime(started);
            await over.CancelAsync();
            await Task.WhenAll(workers);

            var rows = await RowsAsync(database);
            var lost = acknowledged.Count(name => !rows.ContainsKey(name));
            var doubled = rows.Count(row => row.Value > 1) + undone.Count(name => rows.ContainsKey(name));
            Print(down, recovered, lost, doubled);
            Assert.Equal((0, 0, 0), (lost, doubled, unexpected));
            await product.StopAsync(token);
            await database.DisposeAsync();
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await server.DisposeAsync();
            await PrivatePostgres.RemoveAsync(new PrivatePostgresOptions(folder), CancellationToken.None);
        }
    }

    // Waits for answers and not for a time.
    private async Task ServedAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (acknowledged.Count < count)
            await Task.Delay(10, patience.Token);
    }

    private static async Task<string> ClientAsync(HttpClient caller)
    {
        const string create = """
            mutation { createClient(input: { name: "Bakery", industry: FOOD_AND_DRINK, businessModel: B2C, size: SMALL, currency: "USD", timeZone: "UTC" }) {
              client { id } errors { __typename } } }
            """;
        using var answer = await caller.PostAsJsonAsync("/graphql", new { query = create });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("data")
            .GetProperty("createClient")
            .GetProperty("client")
            .GetProperty("id")
            .GetString()!;
    }

    /// <summary>Reads and writes in turn; a write has a name of its own, and is sent again only when its answer says that nothing was done.</summary>
    private async Task WorkAsync(HttpClient caller, string client, int worker, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            await AskAsync(caller, "{ clients(first: 5) { nodes { name } } }");
            var name = $"w{worker}-{i}";
            var write = $$"""
                mutation { createChannel(input: { clientId: "{{client}}", networkCode: "FACEBOOK", name: "{{name}}", ownership: OWNED, role: CARE, runByAgency: true }) {
                  channel { name } errors { __typename } } }
                """;
            var (kind, body) = await AskAsync(caller, write);
            if (kind == "200")
                acknowledged.Add(name);
            else if (kind.StartsWith("503", StringComparison.Ordinal) || kind.StartsWith("429", StringComparison.Ordinal))
                undone.Add(name);
            else if (body.Contains("\"written\":true", StringComparison.Ordinal))
                acknowledged.Add(name);
        }
    }

    private async Task<(string Kind, string Body)> AskAsync(HttpClient caller, string query)
    {
        using var answer = await caller.PostAsJsonAsync("/graphql", new { query }, CancellationToken.None);
        var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
        var error = JsonElement.Parse(body).TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions") : default;
        var code = error.ValueKind == JsonValueKind.Object ? " " + error.GetProperty("code").GetString() : "";
        var retry = answer.Headers.RetryAfter is null ? "" : ", Retry-After";
        var kind = $"{(int)answer.StatusCode}{code}{retry}";
        answers.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (code is not ("" or " UNAVAILABLE" or " OUTCOME_UNKNOWN"))
            Interlocked.Increment(ref unexpected);
        return (kind, body);
    }

    private static async Task<Dictionary<string, int>> RowsAsync(TestDatabase database)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select name, count(*)::int from app.channels group by name", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, int>();
        while (await reader.ReadAsync())
            rows[reader.GetString(0)] = reader.GetInt32(1);
        return rows;
    }

    private void Print(TimeSpan down, TimeSpan recovered, int lost, int doubled)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"The database was away for {down.TotalSeconds:F1} s.");
        foreach (var (kind, count) in answers.OrderBy(answer => answer.Key))
            text.AppendLine(CultureInfo.InvariantCulture, $"{count, 8} x {kind}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{log.Bytes, 8} bytes of log in {log.Lines} lines");
        text.AppendLine(CultureInfo.InvariantCulture, $"{recovered.TotalSeconds, 8:F2} s to recover");
        text.Append(CultureInfo.InvariantCulture, $"{lost, 8} writes lost, {doubled} doubled, of {acknowledged.Count} acknowledged");
        output.WriteLine(text.ToString());
    }

    private void Configure(WebApplicationBuilder builder, TestDatabase database)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:App"] = database.AppConnection;
        builder.Configuration["Throttling:Enabled"] = "false";
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
    }

    /// <summary>What a console would have been given, in bytes.</summary>
    private sealed class CountedLog : ILoggerProvider
    {
        private long bytes;
        private long lines;

        public long Bytes => Interlocked.Read(ref bytes);

        public long Lines => Interlocked.Read(ref lines);

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void Dispose() { }

        private sealed class Logger(CountedLog log) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                var text = formatter(state, exception) + exception;
                Interlocked.Add(ref log.bytes, Encoding.UTF8.GetByteCount(text));
                Interlocked.Increment(ref log.lines);
            }
        }
    }
}
