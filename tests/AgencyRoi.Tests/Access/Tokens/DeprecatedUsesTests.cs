using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Access.Tokens;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>The product with a module of the test's own, in which something is deprecated.</summary>
public sealed class DeprecatedUsesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = TestClock.Pinned();
    private TestDatabase database = null!; // xunit initialises before any test runs
    private TestAgency alpha = null!;
    private TestAgency beta = null!;
    private WebApplication product = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        alpha = await TestAgency.CreateAsync(database, "alpha", "USD", clock);
        beta = await TestAgency.CreateAsync(database, "beta", "EUR", clock);
        product = AgencyHost.Build([.. Modules.All, new FormerlyModule()], Configure);
        await product.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await product.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task An_owner_reads_which_token_uses_what_and_how_often()
    {
        await AskAsync(alpha.AnalystToken, "{ formerly }");
        await AskAsync(alpha.AnalystToken, "query($how: Bearing) { formerly(how: $how) }", new { how = "OLD" });
        await WriteAsync();
        clock.Advance(TimeSpan.FromMinutes(5));
        await AskAsync(alpha.AnalystToken, "{ formerly now }");
        await AskAsync(alpha.OwnerToken, "{ now }");
        await AskAsync(beta.PortalToken, "{ formerly }");
        await WriteAsync();

        Assert.Equal(
            ["alpha Analyst: Query.formerly 3 2026-01-15T10:05:00Z", "alpha Analyst: Bearing.OLD 1 2026-01-15T10:00:00Z"],
            await UsesAsync(alpha.OwnerToken)
        );
        Assert.Equal(["beta Portal: Query.formerly 1 2026-01-15T10:05:00Z"], await UsesAsync(beta.OwnerToken));
    }

    [Fact]
    public async Task The_operator_counts_it_by_member()
    {
        using var listener = new MeterListener();
        var counted = new List<string>();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == DeprecatedUses.CounterName && instrument.Meter.Scope == product.Services.GetService<IMeterFactory>())
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, measurement, tags, _) =>
            {
                lock (counted)
                    counted.Add($"{tags[0].Value} {measurement}");
            }
        );
        listener.Start();

        await AskAsync(alpha.AnalystToken, "{ formerly now }");
        await AskAsync(beta.AnalystToken, "{ now }");

        Assert.Equal(["Query.formerly 1"], counted);
    }

    private async Task<List<string>> UsesAsync(string token)
    {
        var answer = await AskAsync(token, Repository.Read("schema/operations/tokens.graphql"), operationName: "DeprecatedUse");
        var lines =
            from node in answer.GetProperty("data").GetProperty("apiTokens").GetProperty("nodes").EnumerateArray()
            from use in node.GetProperty("deprecatedUse").EnumerateArray()
            select $"{node.Text("label")}: {use.Text("coordinate")} {use.GetProperty("useCount").GetInt64()} {use.Text("lastUsedAt")}";
        return [.. lines];
    }

    private async Task<JsonElement> AskAsync(string token, string query, object? variables = null, string? operationName = null)
    {
        using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var body = new
        {
            query,
            variables,
            operationName,
        };
        using var answer = await caller.PostAsJsonAsync("/graphql", body, TestContext.Current.CancellationToken);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.False(json.TryGetProperty("errors", out var errors), errors.ToString());
        return json;
    }

    private Task WriteAsync() => product.Services.GetRequiredService<DeprecatedUses>().WriteAsync(TestContext.Current.CancellationToken);

    private void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:App"] = database.AppConnection;
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
    }

    private sealed class FormerlyModule : ProductModule
    {
        public override IReadOnlyList<Type> GraphQLTypes => [typeof(FormerlyQueries)];
    }
}

public enum Bearing
{
    [GraphQLDeprecated("Use NEW.")]
    Old,
    New,
}

[QueryType]
public static class FormerlyQueries
{
    [GraphQLDeprecated("Use now.")]
    public static string GetFormerly(Bearing? how) => how?.ToString() ?? "as ever";

    public static string GetNow() => "now";
}
