using System.Globalization;
using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Reports.Attribution;

/// <summary>Sums that are kept by month answer what the journeys answer, whatever came in, changed or was taken back.</summary>
public sealed class KeptSumsTests(AgencyApp app, PostgresFixture postgres) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task They_answer_what_the_journeys_answer(int seed)
    {
        var world = await JourneyWorld.CreateAsync(app);
        var random = new Random(seed);
        await ImportAsync(world, random, "t", "s", touches: 150, sales: 50);
        await KeptAnswers.EqualAsync(world.App, world.App.Alpha, world.Client);

        // Others, and some of the same that say something else now.
        await ImportAsync(world, random, "t", "u", touches: 90, sales: 20);
        await KeptAnswers.EqualAsync(world.App, world.App.Alpha, world.Client);

        await world.PolicyAsync("INVERSE_J_SHAPED", lookBackDays: 45, effectiveFrom: "2025-07-01");
        await KeptAnswers.EqualAsync(world.App, world.App.Alpha, world.Client);
    }

    [Fact]
    public async Task They_are_read_and_no_touch_is()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.SaleAsync();
        await KeptAnswers.KeepAsync(world.App, world.App.Alpha, world.Client);
        await app.Database.AsSuperuserAsync(
            $"update app.journey_credits set conversions = 77 where client_id = '{JourneyWorld.KeyOf(world.Client)}' and credited_by = 'LINEAR'"
        );
        // As if nothing had been asked before: what is asked again is answered from memory while nothing is written.
        await world.SaleAsync(1m, occurredOn: "2026-01-10", contactReference: null);
        await KeptAnswers.KeepAsync(world.App, world.App.Alpha, world.Client);

        var linear = (await AskAsync(world, new { type = "LINEAR" })).List("models")[0];

        Assert.Equal(77m, linear.List("rows").Single().GetProperty("conversions").GetDecimal());
    }

    [Fact]
    public async Task A_change_is_in_the_next_answer_before_the_sums_know_it()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        var sale = await world.SaleAsync();
        await KeptAnswers.KeepAsync(world.App, world.App.Alpha, world.Client);
        await app.Database.AsSuperuserAsync(
            $"update app.journey_heads set gathered_before = '2026-01-01' where client_id = '{JourneyWorld.KeyOf(world.Client)}'"
        );

        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail);
        var late = await AskAsync(world, KeptAnswers.Kept);
        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-06-01",
                amount = 40m,
            }
        );
        var paidBack = await AskAsync(world, KeptAnswers.Kept);

        Assert.Equal((50m, 60m), (late.List("models")[3].List("rows")[0].Amount("value"), paidBack.Amount("value")));
    }

    [Fact]
    public async Task Journeys_grow_old_while_nothing_is_recorded()
    {
        await using var other = new AgencyApp(postgres);
        await other.InitializeAsync();
        var world = await JourneyWorld.CreateAsync(other);
        await world.TouchAsync("2025-12-01T09:00:00Z", world.Blog, "ann"); // too old on 2026-03-01
        await world.TouchAsync("2025-12-20T09:00:00Z", world.Blog, "bob");
        await world.SaleAsync(occurredOn: "2025-12-24", contactReference: "bob");
        await KeptAnswers.KeepAsync(world.App, world.App.Alpha, world.Client);

        foreach (var day in new[] { "2026-02-28", "2026-03-01", "2026-03-02", "2026-04-15" })
        {
            other.Clock.SetUtcNow(DateTimeOffset.Parse($"{day}T12:00:00Z", CultureInfo.InvariantCulture));
            await KeptAnswers.EqualAsync(world.App, world.App.Alpha, world.Client);
        }
        // In another month what is by day is gathered.
        await world.TouchAsync("2026-04-14T09:00:00Z", world.Mail, "cy");
        await KeptAnswers.EqualAsync(world.App, world.App.Alpha, world.Client);
    }

    private static Task<JsonElement> AskAsync(JourneyWorld world, params object[] models) =>
        KeptAnswers.AskAsync(world.App, world.App.Alpha, world.Client, ("2025-01-01", "2026-01-01"), models);

    private static async Task ImportAsync(JourneyWorld world, Random random, string touchName, string saleName, int touches, int sales)
    {
        var files = new RandomJourneyFiles(world, random);
        await ImportedAsync(world, "touches", files.Touches(touchName, touches));
        await ImportedAsync(world, "sales", files.Sales(saleName, sales));
        await ImportedAsync(world, "refunds", files.Refunds(saleName, sales));
    }

    private static async Task ImportedAsync(JourneyWorld world, string kind, string rows)
    {
        var report = await world.App.ImportAsync(world.App.Alpha.StaffToken, kind, rows);
        Assert.True(report.GetProperty("refused").GetInt32() == 0, report.ToString());
    }
}
