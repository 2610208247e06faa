using System.Net;
using System.Net.Http.Headers;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Entry.Ide;

public sealed class IdeModuleTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // What a browser sends for an address that somebody typed.
    private const string BrowsersAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Fact(Timeout = 120_000)]
    public async Task A_browser_gets_graphiql_and_a_query_in_it_is_answered()
    {
        var program = Chromium.Find();
        Assert.SkipUnless(program is not null, "There is no Chromium: apt-get install chromium");
        Assert.SkipUnless(
            File.Exists(Path.Combine(Checkout.Root, "artifacts", "ide", "graphiql.min.js")),
            "GraphiQL is not installed: dotnet build src/AgencyRoi -t:InstallIde"
        );
        var client = await app.ClientAsync(app.Alpha, "Harbour Bakery");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 300m, "2025-02-10"));
        await using var product = await StartAsync();
        var address = new Uri(new Uri(product.Urls.Single()), "/graphql");
        await using var browser = await Chromium.StartAsync(program);

        await browser.GoToAsync(address);
        await browser.UntilAsync("document.querySelector('.graphiql-execute-button') !== null");
        await browser.EvaluateAsync("document.getElementById('token').focus()");
        await browser.TypeAsync(app.Alpha.OwnerToken);
        await browser.EvaluateAsync("document.getElementById('who').requestSubmit()");
        await browser.UntilAsync("document.getElementById('says').textContent.startsWith('OWNER of')");
        await browser.UntilAsync("document.querySelector('.graphiql-execute-button') !== null");
        await browser.EvaluateAsync("document.querySelector('.graphiql-execute-button').click()");
        await browser.UntilAsync("document.querySelector('.result-window')?.textContent.includes('Harbour Bakery')");
        if (Environment.GetEnvironmentVariable("IDE_SCREENSHOT") is { } path)
            await browser.SaveScreenshotAsync(path);

        var traces = await browser.EvaluateAsync(
            "location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie"
        );
        var loaded = await browser.EvaluateAsync("performance.getEntriesByType('resource').map(entry => new URL(entry.name).origin)");
        Assert.DoesNotContain(app.Alpha.OwnerToken, traces.GetString());
        Assert.Equal("[]", (await browser.EvaluateAsync("refused")).GetRawText());
        Assert.All(
            loaded.EnumerateArray().Where(origin => origin.GetString() != "null"),
            origin => Assert.Equal(address.GetLeftPart(UriPartial.Authority), origin.GetString())
        );
    }

    [Fact]
    public async Task In_development_the_page_loads_and_sends_nothing_elsewhere_and_a_query_is_still_json()
    {
        await using var product = await StartAsync();
        using var browser = Browser(product);

        using var page = await browser.GetAsync("/graphql");
        using var query = await browser.GetAsync("/graphql?query={__typename}");
        using var other = await browser.GetAsync("/graphql/ide/tried");

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.StatusCode, $"{page.Content.Headers.ContentType}"));
        Assert.Contains("default-src 'none'; script-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("aroi_0", html);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/json"), (query.StatusCode, query.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Theory]
    [InlineData("ide.js", "text/javascript; charset=utf-8")]
    [InlineData("ide.css", "text/css; charset=utf-8")]
    public async Task The_pages_own_files_are_served_in_development_alone(string file, string type)
    {
        await using var development = await StartAsync();
        using var there = Browser(development);
        using var here = app.As(null);

        using var served = await there.GetAsync($"/graphql/ide/{file}");
        using var hidden = await here.GetAsync($"/graphql/ide/{file}");

        Assert.Equal((HttpStatusCode.OK, type), (served.StatusCode, $"{served.Content.Headers.ContentType}"));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task In_production_there_is_no_page_for_anybody()
    {
        foreach (var token in new[] { null, app.Alpha.OwnerToken, app.Alpha.PortalToken })
        {
            using var browser = app.As(token);
            browser.DefaultRequestHeaders.Add("Accept", BrowsersAccept);
            using var address = await browser.GetAsync("/graphql");
            Assert.Equal(token is null ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest, address.StatusCode);
            Assert.Equal("application/json", address.Content.Headers.ContentType?.MediaType);
            foreach (var path in new[] { "graphiql", "playground", "voyager", "altair", "ui", "graphql/playground", "graphql/ui" })
            {
                using var answer = await browser.GetAsync($"/{path}");
                Assert.Equal(token is null ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound, answer.StatusCode);
            }
            using var ide = await browser.GetAsync("/graphql/ide/graphiql.min.js");
            Assert.Equal(HttpStatusCode.NotFound, ide.StatusCode);
        }
    }

    private static HttpClient Browser(WebApplication product)
    {
        var browser = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };
        browser.DefaultRequestHeaders.Add("Accept", BrowsersAccept);
        return browser;
    }

    private async Task<WebApplication> StartAsync()
    {
        var product = AgencyHost.Build(
            Modules.All,
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Configuration["ConnectionStrings:App"] = app.Database.AppConnection;
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(app.Clock);
            },
            Environments.Development
        );
        await product.StartAsync(TestContext.Current.CancellationToken);
        return product;
    }
}
