using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Entry.Demo;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>The loaded demo as it answers over HTTP with the tokens of its file.</summary>
public sealed class AskedDemo(PostgresFixture postgres) : IAsyncLifetime
{
    private DemoDatabase database = null!; // xunit initialises a fixture before any test sees it
    private DemoHost host = null!; // the same

    internal LoadedDemo Loaded { get; } = new(postgres);
    internal IReadOnlyList<DemoFileAgency> Agencies { get; private set; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Loaded.InitializeAsync();
        database = await DemoDatabase.OpenAsync(Loaded.Options.Settings, Loaded.Options.Postgres, DatabaseUse.SetUp, Stop);
        host = await DemoHost.StartAsync(Modules.All, "http://127.0.0.1:0", database, Stop);
        Agencies = (await DemoFile.ReadAsync(Loaded.StateFolder, Stop))!.Agencies; // the run has written it
    }

    /// <summary>The whole answer, errors included.</summary>
    internal async Task<JsonElement> AskAsync(string token, object request)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.PostAsJsonAsync(host.Url, request, Stop);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    internal async Task<JsonElement> QueryAsync(string token, string query, object? variables = null)
    {
        var answer = await AskAsync(token, new { query, variables });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
        await Loaded.DisposeAsync();
    }
}

/// <summary>Classes that only read the demo share one.</summary>
[CollectionDefinition(nameof(AskedDemo))]
public sealed class AskedDemoCollection : ICollectionFixture<AskedDemo>;
