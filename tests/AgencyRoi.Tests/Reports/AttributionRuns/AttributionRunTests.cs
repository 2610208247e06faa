using System.Globalization;
using System.Text.Json;
using AgencyRoi.Reports.AttributionRuns;
using AgencyRoi.Tests.Records.Journeys;
using AgencyRoi.Tests.Reports.Periods;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Reports.AttributionRuns;

/// <summary>Attribution that is made in the background, where a question may read three touches and conversions.</summary>
public sealed class AttributionRunTests(AttributionRunTests.SmallApp app) : IClassFixture<AttributionRunTests.SmallApp>
{
    private static readonly object[] Models =
    [
        new { type = "SHAPLEY" },
        new { type = "TIME_DECAY", halfLifeDays = 3m },
        new { type = "MARKOV", order = 3 },
    ];

    [Fact]
    public async Task A_question_too_large_is_refused_and_names_the_way_on()
    {
        var world = await WorldAsync();

        var refused = await app.AnswerAsync(app.Alpha.StaffToken, "journeys/Attribution", Question(world));

        var error = refused.GetProperty("errors")[0];
        Assert.Equal("BAD_INPUT", error.GetProperty("extensions").Text("code"));
        Assert.Contains("startAttributionRun", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_answers_what_the_question_would_have()
    {
        var world = await WorldAsync();

        var run = await DoneAsync(await StartAsync(world));

        // Ann's two touches and sale, bob's two touches.
        Assert.Equal((5L, 5L), (run.GetProperty("readCount").GetInt64(), run.GetProperty("totalCount").GetInt64()));
        var shapley = run.GetProperty("report").List("models")[0];
        Assert.Equal(
            ["Blog 50", "Mail 50", "Press 0"], // bob met it, and his journey led to nothing
            shapley.List("rows").Select(row => $"{row.GetProperty("channel").Text("name")} {row.Amount("value"):0.##}").Order()
        );
        Assert.Equal(
            2m,
            run.GetProperty("report").GetProperty("conversions").GetDecimal()
                + run.GetProperty("report").GetProperty("nullJourneyCount").GetDecimal()
        );
    }

    [Fact]
    public async Task What_a_process_left_is_made_by_whoever_is_asked_about_it()
    {
        var world = await WorldAsync();
        var id = (await StartAsync(world)).Text("id");
        await DoneAsync(await ReadAsync(id));
        var key = JourneyWorld.KeyOf(id);
        // Its maker is gone in the middle of it.
        await app.Database.AsSuperuserAsync(
            $"update app.attribution_runs set state = 'RUNNING', report = null, finished_at = null, maker_until = '{app.Clock.GetUtcNow().AddSeconds(-1):O}' where id = '{key}'"
        );

        var run = await DoneAsync(await ReadAsync(id));

        Assert.Equal(JsonValueKind.Object, run.GetProperty("report").ValueKind);
    }

    [Fact]
    public async Task Nobody_takes_a_run_from_who_makes_it()
    {
        var world = await WorldAsync();
        var id = (await StartAsync(world)).Text("id");
        await DoneAsync(await ReadAsync(id));
        await app.Database.AsSuperuserAsync(
            $"update app.attribution_runs set state = 'RUNNING', report = null, finished_at = null, maker_until = '{app.Clock.GetUtcNow().AddSeconds(20):O}' where id = '{JourneyWorld.KeyOf(id)}'"
        );
        var scope = new AgencyRoi.Platform.Tenancy.TenantScope(app.Alpha.Tenant, AgencyRoi.Platform.Tenancy.ClientScope.All);
        var row = new RunProgress(
            app.Services.GetRequiredService<AgencyRoi.Platform.Database.AgencyDatabase>(),
            scope,
            JourneyWorld.KeyOf(id),
            app.Clock
        );

        Assert.False(await row.TryTakeAsync(default));
        app.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.True(await row.TryTakeAsync(default));
    }

    [Fact]
    public async Task A_client_has_five_unfinished_runs_at_most()
    {
        var world = await WorldAsync();
        // As if another process made them.
        await app.Database.AsSuperuserAsync(
            $"""
            insert into app.attribution_runs (tenant_id, client_id, id, from_day, to_day, source, dimension, models, state, read_count, maker_until, created_at, updated_at)
            select tenant_id, id, gen_random_uuid(), '2025-01-01', '2026-01-01', 'TOUCHES', 'CHANNEL', '[]', 'RUNNING', 0, '2040-01-01', now(), now()
            from app.clients, generate_series(1, 5) where id = '{JourneyWorld.KeyOf(world.Client)}'
            """
        );

        var refused = await app.AnswerAsync(app.Alpha.StaffToken, "attribution-runs/StartAttributionRun", new { input = Input(world) });

        var error = refused.GetProperty("data").GetProperty("startAttributionRun").List("errors").Single();
        Assert.Equal("BAD_INPUT", error.Text("code"));
    }

    [Fact]
    public async Task Sent_again_it_answers_the_run_that_is_not_finished()
    {
        var world = await WorldAsync();
        var id = (await StartAsync(world)).Text("id");
        await DoneAsync(await ReadAsync(id));
        await app.Database.AsSuperuserAsync(
            $"update app.attribution_runs set state = 'RUNNING', report = null, finished_at = null, maker_until = '2040-01-01' where id = '{JourneyWorld.KeyOf(id)}'"
        );

        Assert.Equal(id, (await StartAsync(world)).Text("id"));
    }

    [Fact]
    public async Task A_clients_people_see_what_is_published_and_nothing_else()
    {
        var world = await WorldAsync();
        var run = await DoneAsync(await StartAsync(world));
        var portal = await app.PortalTokenAsync(world.Client);
        Assert.Empty(await PublishedAsync(portal, world));

        var published = await app.DoAsync(
            app.Alpha.StaffToken,
            "attribution-runs/PublishAttributionRun",
            new { id = run.Text("id"), version = run.GetProperty("version").GetInt64() }
        );
        var seen = (await PublishedAsync(portal, world)).Single();
        var byNode = await app.AskAsync(portal, "{ node(id: \"" + run.Text("id") + "\") { __typename } }");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "attribution-runs/UnpublishAttributionRun",
            new { id = run.Text("id"), version = published.GetProperty("version").GetInt64() }
        );

        Assert.Equal(
            ["Blog 50", "Mail 50", "Press 0"],
            seen.List("models")[0]
                .List("rows")
                .Select(row => $"{row.GetProperty("channel").Text("name")} {row.Amount("value"):0.##}")
                .Order()
        );
        Assert.DoesNotContain("AttributionRun", byNode.ToString(), StringComparison.Ordinal);
        Assert.Empty(await PublishedAsync(portal, world));
    }

    [Fact]
    public async Task A_run_that_is_not_done_is_not_published()
    {
        var world = await WorldAsync();
        var run = await DoneAsync(await StartAsync(world));
        await app.Database.AsSuperuserAsync(
            $"update app.attribution_runs set state = 'FAILED', report = null where id = '{JourneyWorld.KeyOf(run.Text("id"))}'"
        );

        Assert.Equal(
            ["BAD_INPUT input.id"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "attribution-runs/PublishAttributionRun",
                new { id = run.Text("id"), version = run.GetProperty("version").GetInt64() }
            )
        );
    }

    [Fact]
    public async Task Another_agency_finds_no_run()
    {
        var world = await WorldAsync();
        var id = (await StartAsync(world)).Text("id");

        var seen = await app.SendAsync(app.Beta.OwnerToken, "attribution-runs/AttributionRun", new { id });

        Assert.Equal(JsonValueKind.Null, seen.GetProperty("node").ValueKind);
        await DoneAsync(await ReadAsync(id));
    }

    private async Task<JourneyWorld> WorldAsync()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, "ann");
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail, "ann");
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, "bob");
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Press, "bob");
        await world.SaleAsync(contactReference: "ann");
        return world;
    }

    private async Task<JsonElement> StartAsync(JourneyWorld world) =>
        await app.DoAsync(app.Alpha.StaffToken, "attribution-runs/StartAttributionRun", Input(world));

    private async Task<JsonElement> ReadAsync(string id) =>
        (await app.SendAsync(app.Alpha.StaffToken, "attribution-runs/AttributionRun", new { id })).GetProperty("node");

    // As a caller does: it asks until it is done.
    private async Task<JsonElement> DoneAsync(JsonElement run)
    {
        while (run.Text("state") is "WAITING" or "RUNNING")
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            run = await ReadAsync(run.Text("id"));
        }
        Assert.Equal("DONE", run.Text("state"));
        return run;
    }

    private async Task<IReadOnlyList<JsonElement>> PublishedAsync(string token, JourneyWorld world) =>
        [
            .. (await app.SendAsync(token, "portal/PublishedAttribution", new { client = world.Client }))
                .GetProperty("client")
                .GetProperty("publishedAttribution")
                .List("nodes"),
        ];

    private static object Input(JourneyWorld world) =>
        new
        {
            clientId = world.Client,
            period = new { from = "2025-01-01", to = "2026-01-01" },
            models = Models,
        };

    private static object Question(JourneyWorld world) =>
        new
        {
            client = world.Client,
            period = new { from = "2025-01-01", to = "2026-01-01" },
            models = Models,
        };

    public sealed class SmallApp(PostgresFixture postgres) : AgencyApp(postgres)
    {
        protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Configuration["Attribution:MostTouches"] = 3.ToString(CultureInfo.InvariantCulture);
        }
    }
}
