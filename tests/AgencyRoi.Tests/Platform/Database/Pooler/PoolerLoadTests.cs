using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database.Pooler;

/// <summary>
/// Every combination of the two options through a real PgBouncer in transaction mode: whoever reads sees the own clients, all of them and no others, or
/// the process does not start. Short here; the long run is in tests/README.md.
/// </summary>
public sealed class PoolerLoadTests(PooledApps apps, ITestOutputHelper output) : IClassFixture<PooledApps>
{
    private static int RequestsOfAll =>
        int.TryParse(Environment.GetEnvironmentVariable("POOLER_REQUESTS"), CultureInfo.InvariantCulture, out var requests)
            ? requests
            : 306;

    public static TheoryData<string, string> Options =>
        new(
            from prepare in new[] { "", "Max Auto Prepare=0", "Max Auto Prepare=100" }
            from reset in new[] { "", "No Reset On Close=true", "No Reset On Close=false" }
            select new TheoryDataRow<string, string>(prepare, reset)
        );

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Nobody_sees_anothers_clients_or_misses_own_ones(string prepare, string reset)
    {
        Assert.SkipUnless(apps.Program is not null, "There is no PgBouncer: apt-get install pgbouncer");
        var options = $"{prepare};{reset}";
        await using var pooled = await apps.StartAsync(options);
        if (pooled.Refusal is { } refusal)
        {
            output.WriteLine($"| {options} | does not start | | | | {refusal.GetType().Name}");
            Assert.Equal("Max Auto Prepare=100", prepare);
            Assert.Contains("Max Auto Prepare=0", refusal.Message);
            return;
        }

        var tally = await apps.AskAsync(pooled.Address, RequestsOfAll / 9);

        output.WriteLine($"| {options} | {tally.Requests} | {tally.Foreign} | {tally.Empty} | {tally.Errors} | {tally.FirstError}");
        Assert.Equal((0, 0, 0), (tally.Foreign, tally.Empty, tally.Errors));
        Assert.NotEqual("Max Auto Prepare=100", prepare);
    }
}

/// <summary>The product, started anew for each set of options, behind a PgBouncer of its own.</summary>
public sealed class PooledApps(PostgresFixture postgres) : AgencyApp(postgres)
{
    private const int Workers = 12;
    private const string Query = "{ clients(first: 20) { totalCount nodes { id name channels(first: 5) { nodes { id } } } } }";
    private readonly List<Reader> readers = [];

    internal string? Program { get; } = PgBouncer.Find();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var all = new List<Owned>();
        for (var i = 0; i < 11; i++)
            all.Add(await OwnedAsync(Alpha, $"Client {i:00}"));
        var others = new List<Owned>();
        for (var i = 0; i < 5; i++)
            others.Add(await OwnedAsync(Beta, $"Other {i:00}"));
        readers.Add(new(Alpha.OwnerToken, all));
        readers.Add(new(Beta.OwnerToken, others));
        readers.Add(new(await TokenAsync("PORTAL", all[3]), [all[3]]));
        readers.Add(new(await TokenAsync("ANALYST", all[7]), [all[7]]));
    }

    internal async Task<PooledApp> StartAsync(string options)
    {
        var direct = new NpgsqlConnectionStringBuilder(Database.AppConnection);
        direct.Remove("Max Auto Prepare");
        var bouncer = await PgBouncer.StartAsync(Program!, direct, serverConnections: 3); // Not null: the test was skipped.
        var app = AgencyHost.Build(
            Modules.All,
            builder =>
            {
                Configure(builder);
                builder.Configuration["ConnectionStrings:Listener"] = direct.ConnectionString;
                builder.Configuration["ConnectionStrings:App"] =
                    $"{new NpgsqlConnectionStringBuilder(direct.ConnectionString) { Port = bouncer.Through(direct.ConnectionString).Port }};{options}";
            }
        );
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new(bouncer, app, null);
        }
        catch (NpgsqlException refusal)
        {
            return new(bouncer, app, refusal);
        }
    }

    /// <summary>The four tokens in turns from some workers at once.</summary>
    internal async Task<Tally> AskAsync(Uri address, int requests)
    {
        var tally = new Tally();
        using var http = new HttpClient { BaseAddress = address };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, requests),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = TestContext.Current.CancellationToken },
            async (i, token) =>
            {
                var reader = readers[i % readers.Count];
                using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
                {
                    Content = JsonContent.Create(new { query = Query }),
                };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", reader.Token);
                using var answer = await http.SendAsync(request, token);
                var text = await answer.Content.ReadAsStringAsync(token);
                tally.Add(reader, answer.StatusCode, text);
            }
        );
        return tally;
    }

    private async Task<Owned> OwnedAsync(TestAgency agency, string name)
    {
        var client = await this.ClientAsync(agency, name);
        return new(client, await this.ChannelAsync(agency, client));
    }

    private async Task<string> TokenAsync(string role, Owned of) =>
        (
            await this.DoAsync(
                Alpha.OwnerToken,
                "tokens/CreateApiToken",
                new
                {
                    role,
                    label = $"one client, {role}",
                    clientIds = new[] { of.Client },
                }
            )
        ).Text("token");
}

internal sealed record Owned(string Client, string Channel);

/// <param name="Token">Who asks.</param>
/// <param name="Due">What this one must see, and nothing beside it.</param>
internal sealed record Reader(string Token, IReadOnlyList<Owned> Due);

internal sealed record PooledApp(PgBouncer Bouncer, WebApplication App, NpgsqlException? Refusal) : IAsyncDisposable
{
    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Bouncer.DisposeAsync();
    }
}

/// <summary>Answers, counted; one with anything foreign in it counts there alone.</summary>
internal sealed class Tally
{
    private int requests;
    private int foreign;
    private int empty;
    private int errors;

    public int Requests => requests;
    public int Foreign => foreign;
    public int Empty => empty;
    public int Errors => errors;
    public string FirstError => Codes.IsEmpty ? "" : string.Join(", ", Codes.Select(code => $"{code.Value} {code.Key}"));

    private ConcurrentDictionary<string, int> Codes { get; } = [];

    public void Add(Reader reader, HttpStatusCode status, string text)
    {
        Interlocked.Increment(ref requests);
        using var answer = JsonDocument.Parse(text);
        if (status != HttpStatusCode.OK || answer.RootElement.TryGetProperty("errors", out _))
        {
            Interlocked.Increment(ref errors);
            var code = answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
            Codes.AddOrUpdate($"{(int)status} {code}", 1, (_, count) => count + 1);
            return;
        }
        var clients = answer.RootElement.GetProperty("data").GetProperty("clients");
        var seen = clients
            .GetProperty("nodes")
            .EnumerateArray()
            .SelectMany(client =>
                client
                    .GetProperty("channels")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(channel => channel.GetProperty("id").GetString())
                    .Append(client.GetProperty("id").GetString())
            )
            .ToHashSet();
        string[] due = [.. reader.Due.SelectMany(own => new[] { own.Client, own.Channel })];
        if (seen.Except(due).Any() || clients.GetProperty("totalCount").GetInt32() > reader.Due.Count)
            Interlocked.Increment(ref foreign);
        else if (due.Except(seen).Any() || clients.GetProperty("totalCount").GetInt32() < reader.Due.Count)
            Interlocked.Increment(ref empty);
    }
}
