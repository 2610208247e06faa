using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Platform.Hosting;

/// <summary>Who reports a failure names one id, and the operator finds everything that was logged about it.</summary>
public sealed class RequestIdsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly LogCapture log = new();
    private TestDatabase database = null!; // xunit initialises before any test runs
    private WebApplication product = null!;
    private HttpClient caller = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        var agency = await TestAgency.CreateAsync(database, "alpha", "USD", TimeProvider.System);
        product = AgencyHost.Build(Modules.All, Configure);
        await product.StartAsync(TestContext.Current.CancellationToken);
        caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", agency.OwnerToken);
        await database.AsSuperuserAsync("alter table app.clients rename to lost_clients");
    }

    public async ValueTask DisposeAsync()
    {
        caller.Dispose();
        await product.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_field_that_fails_is_logged_under_the_id_of_its_answer()
    {
        using var answer = await caller.PostAsJsonAsync("/graphql", new { query = "{ clients { nodes { id } } }" });
        var error = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray());

        Assert.Equal("INTERNAL", error.GetProperty("extensions").Text("code"));
        Assert.Equal(IdOf(answer), error.GetProperty("extensions").Text("requestId"));
        ExpectLogged(answer, "A field failed and was shown as INTERNAL.");
    }

    [Fact]
    public async Task An_import_that_fails_is_logged_under_the_id_of_its_answer()
    {
        using var file = new StringContent(
            "client,external_reference,date,category,amount,currency\nc-1,r-1,2025-01-01,OTHER,1,USD\n",
            Encoding.UTF8,
            "text/csv"
        );

        using var answer = await caller.PostAsync("/imports/costs", file);

        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(IdOf(answer), error.GetProperty("extensions").Text("requestId"));
        ExpectLogged(answer, "An unhandled exception has occurred while executing the request.");
    }

    [Fact]
    public async Task What_is_not_ready_says_why_in_the_log_under_the_id_of_its_answer()
    {
        await database.AsSuperuserAsync("delete from app.schema_migrations where number = (select max(number) from app.schema_migrations)");

        using var answer = await caller.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        ExpectLogged(answer, "Not ready: migrations. Next: the verb migrate.");
    }

    [Fact]
    public async Task Every_line_about_a_request_has_its_id_and_nobody_can_choose_one()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            "/graphql?query=" + Uri.EscapeDataString("{ clients { nodes { id } } }")
        );
        request.Headers.Add(AnswerHeaders.RequestId, "chosen");
        var before = log.Lines.Count;

        using var answer = await caller.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.NotEqual("chosen", IdOf(answer));
        var lines = log.Lines.Skip(before).Where(line => line.RequestId is not null).ToList();
        Assert.Contains(lines, line => line.Text.StartsWith("Request starting", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Category.StartsWith("AgencyRoi.", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Equal(IdOf(answer), line.RequestId));
    }

    private static string IdOf(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues(AnswerHeaders.RequestId));

    private void ExpectLogged(HttpResponseMessage answer, string text)
    {
        var line = Assert.Single(log.Lines, line => line.Text == text);
        Assert.Equal(IdOf(answer), line.RequestId);
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:App"] = database.AppConnection;
        builder.Configuration["Logging:LogLevel:Microsoft"] = nameof(LogLevel.Information);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
    }
}
