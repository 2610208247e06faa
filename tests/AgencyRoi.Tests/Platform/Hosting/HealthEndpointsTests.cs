using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Hosting;
using AgencyRoi.Tests.Reports.LedgerChanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Hosting;

public sealed partial class HealthEndpointsTests(AgencyApp app, PostgresFixture postgres) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_healthy_product_says_so_to_anyone(string path)
    {
        using var anyone = app.As(null);

        using var answer = await anyone.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            "private, no-store",
            Assert.Single(answer.Headers.GetValues("Cache-Control")).Replace("no-store, private", "private, no-store")
        );
        Assert.Equal(32, Assert.Single(answer.Headers.GetValues(AnswerHeaders.RequestId)).Length);
    }

    [Fact]
    public async Task Without_migrations_it_is_live_and_not_ready()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, "migrations"), await AskAsync(database.AppConnection));
    }

    [Fact]
    public async Task With_a_migration_waiting_it_is_not_ready()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await database.AsSuperuserAsync("delete from app.schema_migrations where number = (select max(number) from app.schema_migrations)");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, "migrations"), await AskAsync(database.AppConnection));
    }

    [Fact]
    public async Task A_database_that_was_never_migrated_says_migrate_once_in_the_log_and_at_every_look()
    {
        using var log = new LogCapture();
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        await using var product = await StartAsync(database.AppConnection, log);
        using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };

        var first = await ReadyAsync(caller);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"not ready","reason":"migrations","next":"migrate"}"""), first);
        Assert.Equal(first, await ReadyAsync(caller));
        Assert.Single(log.Lines, line => line.Text == "Not ready: migrations. Next: the verb migrate.");
    }

    [Fact]
    public async Task A_database_that_is_newer_than_the_program_is_not_helped_by_migrating()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await database.AsSuperuserAsync("insert into app.schema_migrations (number, name, checksum) values (9999, 'of_tomorrow', '')");
        await using var product = await StartAsync(database.AppConnection);
        using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"not ready","reason":"migrations"}"""), await ReadyAsync(caller));
    }

    [Fact]
    public async Task Without_an_agency_it_is_ready_and_says_what_makes_one()
    {
        using var log = new LogCapture();
        await using var database = await postgres.CreateDatabaseAsync();
        await using var product = await StartAsync(database.AppConnection, log);
        using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };

        var empty = await ReadyAsync(caller);
        await database.CreateAgencyAsync("first");
        var settled = await ReadyAsync(caller);

        Assert.Equal((HttpStatusCode.OK, """{"status":"ready","next":"agency create"}"""), empty);
        Assert.Equal((HttpStatusCode.OK, """{"status":"ready"}"""), settled);
        Assert.Single(log.Lines, line => line.Text == "Ready, but there is no agency yet. Next: the verb agency create.");
    }

    [Fact]
    public void The_operators_document_has_every_reason()
    {
        var given =
            from file in new[] { "Readiness", "HealthEndpoints" }
            from match in Reason().Matches(Repository.Read($"src/AgencyRoi/Platform/Hosting/{file}.cs"))
            select match.Groups[1].Value;
        var told = Row().Matches(Repository.Read("docs/operation.md")).Select(match => match.Groups[1].Value);

        Assert.Equal(given.Distinct().Order(), told.Order());
    }

    [Fact]
    public async Task When_the_database_goes_away_it_stays_live_and_is_ready_again_once_it_is_back()
    {
        using var log = new LogCapture();
        await using var database = await postgres.CreateDatabaseAsync();
        await using var product = await StartAsync(database.AppConnection, log);
        using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };

        await database.AsSuperuserElsewhereAsync($"alter database {database.Name} allow_connections false");
        await database.AsSuperuserElsewhereAsync(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database.Name}'"
        );
        var (liveWhileGone, readyWhileGone, reason) = await AskAsync(caller);
        await AskAsync(caller);
        await database.AsSuperuserElsewhereAsync($"alter database {database.Name} allow_connections true");
        var (_, readyAgain, _) = await AskAsync(caller);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, "database"), (liveWhileGone, readyWhileGone, reason));
        Assert.Equal(HttpStatusCode.OK, readyAgain);
        Assert.Single(log.Lines, line => line.Text == "Not ready: database.");
    }

    [Fact]
    public async Task It_is_ready_only_when_it_has_done_once_what_it_will_be_asked_for()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await database.AsSuperuserAsync($"alter role agency_roi_app in database {database.Name} set lock_timeout = '100ms'");
        var holder = new NpgsqlConnection(database.SuperuserConnection);
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await using (var hold = new NpgsqlCommand("begin; lock table app.clients in access exclusive mode", holder))
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var product = await StartAsync(database.AppConnection);
        using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };
        var cold = await AskAsync(caller);
        await holder.DisposeAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, "warming up"), cold);
        while ((await AskAsync(caller)).Ready != HttpStatusCode.OK)
            await Task.Delay(20, EventStream.Patience);
    }

    [Fact]
    public async Task It_does_not_start_with_a_role_that_sees_every_agency()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        await Assert.ThrowsAsync<RoleException>(() => StartAsync(database.SuperuserConnection));
        await Assert.ThrowsAsync<RoleException>(() => StartAsync(database.OpsConnection));
        await Assert.ThrowsAsync<RoleException>(() => StartAsync(database.MigratorConnection));
    }

    private static async Task<(HttpStatusCode Live, HttpStatusCode Ready, string? Reason)> AskAsync(string appConnection)
    {
        await using var product = await StartAsync(appConnection);
        using var caller = new HttpClient { BaseAddress = new Uri(product.Urls.Single()) };
        return await AskAsync(caller);
    }

    private static async Task<(HttpStatusCode Live, HttpStatusCode Ready, string? Reason)> AskAsync(HttpClient caller)
    {
        using var live = await caller.GetAsync("/health/live");
        using var ready = await caller.GetAsync("/health/ready");
        using var body = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());
        return (live.StatusCode, ready.StatusCode, body.RootElement.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
    }

    private static async Task<(HttpStatusCode Status, string Body)> ReadyAsync(HttpClient caller)
    {
        using var answer = await caller.GetAsync("/health/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<WebApplication> StartAsync(string appConnection, LogCapture? log = null)
    {
        var product = AgencyHost.Build(
            Modules.All,
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Configuration["ConnectionStrings:App"] = appConnection;
                builder.Logging.ClearProviders();
                if (log is not null)
                    builder.Logging.AddProvider(log);
            }
        );
        try
        {
            await product.StartAsync();
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    [GeneratedRegex(@"new(?: ReadinessState)?\(""([a-z ]+)""")]
    private static partial Regex Reason();

    // A row of the table; no other table there has a name of small letters alone in its first column.
    [GeneratedRegex("^\\| `([a-z ]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
