using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AgencyRoi.Platform.Hosting;
using AgencyRoi.Tests.Reports.LedgerChanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Platform.Hosting;

/// <summary>A process that is told to end loses no request on the way of a balancer that has not noticed yet.</summary>
public sealed class DrainTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Readiness_fails_first_then_whoever_comes_is_still_answered_and_then_the_port_closes()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var agency = await TestAgency.CreateAsync(database, "alpha", "USD", TimeProvider.System);
        await using var product = AgencyHost.Build(Modules.All, builder => Configure(builder, database, "3"));
        await product.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(product.Urls.Single());
        var stopping = product.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var end = new TaskCompletionSource();
        stopping.Register(end.SetResult);

        // As SIGTERM does.
        product.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var stopped = product.WaitForShutdownAsync(TestContext.Current.CancellationToken);
        await end.Task;
        var ready = await AnswerAsync(address, "/health/ready");
        var live = await AnswerAsync(address, "/health/live");
        var asked = await AskAsync(address, agency.StaffToken);
        var hasWaited = !stopped.IsCompleted;
        await stopped;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK, true), (ready, live, asked, hasWaited));
        await Assert.ThrowsAsync<HttpRequestException>(() => AnswerAsync(address, "/health/live"));
    }

    [Fact]
    public async Task Without_a_drain_time_the_port_closes_at_once()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var product = AgencyHost.Build(Modules.All, builder => Configure(builder, database, null));
        await product.StartAsync(TestContext.Current.CancellationToken);

        Assert.False(product.Services.GetRequiredService<Drain>().Over.IsCancellationRequested);
        await product.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(product.Services.GetRequiredService<Drain>().Over.IsCancellationRequested);
    }

    // Each on a connection of its own, as from a balancer that has not heard of the end.
    private static async Task<HttpStatusCode> AnswerAsync(Uri address, string path)
    {
        using var caller = new HttpClient { BaseAddress = address };
        using var answer = await caller.GetAsync(path, EventStream.Patience);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> AskAsync(Uri address, string token)
    {
        using var caller = new HttpClient { BaseAddress = address };
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await caller.PostAsJsonAsync("/graphql", new { query = "{ viewer { role } }" }, EventStream.Patience);
        return answer.StatusCode;
    }

    private static void Configure(WebApplicationBuilder builder, TestDatabase database, string? drainSeconds)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:App"] = database.AppConnection;
        builder.Configuration[Drain.Setting] = drainSeconds;
        builder.Logging.ClearProviders();
    }
}
