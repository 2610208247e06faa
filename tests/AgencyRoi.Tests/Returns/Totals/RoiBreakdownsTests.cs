using System.Text.Json;
using AgencyRoi.Tests.Returns.Comparison;

namespace AgencyRoi.Tests.Returns.Totals;

public sealed class RoiBreakdownsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] Totals = ["direct", "directAndAssisted", "adjusted", "unadjusted"];

    [Fact]
    public async Task The_four_totals_stand_over_one_cost()
    {
        var client = await app.FullClientAsync(app.Alpha);

        var roi = await app.RoiAsync(app.Alpha, client);

        // Cost 100.005 + 49.99 + 500 + 66. Direct 12 x 5 + 250.55 - 50.11 + 1000 x 1.1; assisted 9 x 7 of grade C; indirect 41 x 3.3333 of grade B.
        Assert.Equal(716.00m, roi.Amount());
        Assert.Equal(Totals.Select(_ => 716.00m), Totals.Select(total => roi.GetProperty(total).Amount("cost")));
        Assert.Equal(1360.44m, roi.Value("direct"));
        Assert.Equal(1423.44m, roi.Value("directAndAssisted"));
        Assert.Equal(1494.44m, roi.Value("adjusted")); // 1360.44 + 63 x 0.5 + 136.6653 x 0.75
        Assert.Equal(1560.11m, roi.Value("unadjusted"));
    }

    [Theory]
    [InlineData("CLIENT")]
    [InlineData("AGENCY")]
    public async Task Every_breakdown_sums_to_the_whole(string viewpoint)
    {
        var client = await app.FullClientAsync(app.Alpha);

        var roi = await app.RoiAsync(app.Alpha, client, viewpoint: viewpoint);

        foreach (var breakdown in new[] { "byChannel", "byCampaign", "byGoal" })
        {
            AssertWhole(roi.Amount(), roi.List(breakdown).Sum(part => part.Amount()), breakdown);
            foreach (var total in Totals)
                AssertWhole(roi.Value(total), roi.List(breakdown).Sum(part => part.Value(total)), $"{breakdown} {total}");
        }
        AssertWhole(roi.Value(), roi.List("byStream").Sum(part => part.Amount("value")), "byStream");
        AssertWhole(roi.Value("adjusted"), roi.List("byStream").Sum(part => part.Amount("adjustedValue")), "byStream adjusted");
        AssertWhole(roi.Amount(), roi.List("byCostCategory").Sum(part => part.Amount()), "byCostCategory");
        Assert.Equal(1m, roi.List("byCostCategory").Sum(part => part.GetProperty("costShare").GetDecimal()), precision: 4);
    }

    [Theory]
    [InlineData("DAY", "2025-01-30", "2025-02-03")]
    [InlineData("WEEK", "2024-12-25", "2025-03-20")]
    [InlineData("MONTH", "2024-12-31", "2025-07-02")]
    [InlineData("QUARTER", "2025-02-15", "2025-06-30")]
    public async Task Buckets_lie_end_to_end_are_cut_to_the_period_and_sum_to_the_whole(string interval, string from, string to)
    {
        var client = await app.FullClientAsync(app.Alpha);

        var points = await app.OverTimeAsync(app.Alpha, client, interval, from, to);
        var whole = await app.RoiAsync(app.Alpha, client, from, to);

        var periods = points
            .Select(point => (From: point.GetProperty("period").Text("from"), To: point.GetProperty("period").Text("to")))
            .ToList();
        Assert.Equal((from, to), (periods[0].From, periods[^1].To));
        Assert.Equal(periods.Skip(1).Select(period => period.From), periods.SkipLast(1).Select(period => period.To));
        AssertWhole(whole.Amount(), points.Sum(point => point.Amount()), "cost");
        foreach (var total in Totals)
            AssertWhole(whole.Value(total), points.Sum(point => point.Value(total)), total);
    }

    [Fact]
    public async Task A_week_goes_across_the_turn_of_the_year_and_a_bucket_without_anything_is_a_point_too()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 1m, "2024-12-30"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 2m, "2025-01-05"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 4m, "2025-01-13"));

        var weeks = await app.OverTimeAsync(app.Alpha, client, "WEEK", "2024-12-28", "2025-01-15");

        Assert.Equal(
            [("2024-12-28", 0m), ("2024-12-30", 3m), ("2025-01-06", 0m), ("2025-01-13", 4m)],
            weeks.Select(week => (week.GetProperty("period").Text("from"), week.Amount()))
        );
    }

    [Fact]
    public async Task A_period_ends_before_its_last_day_at_the_edge_of_a_month_and_inside_it()
    {
        var client = await app.ClientAsync(app.Alpha);
        foreach (var (day, amount) in new[] { ("2025-01-31", 1m), ("2025-02-01", 2m), ("2025-02-28", 4m), ("2025-03-01", 8m) })
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, amount, day));

        Assert.Equal(6m, await CostAsync("2025-02-01", "2025-03-01"));
        Assert.Equal(7m, await CostAsync("2025-01-31", "2025-03-01"));
        Assert.Equal(14m, await CostAsync("2025-02-01", "2025-03-02"));
        Assert.Equal(4m, await CostAsync("2025-02-02", "2025-03-01"));
        Assert.Equal(2m, await CostAsync("2025-02-01", "2025-02-28"));

        async Task<decimal> CostAsync(string from, string to) => (await app.RoiAsync(app.Alpha, client, from, to)).Amount();
    }

    [Fact]
    public async Task A_channel_a_goal_and_a_campaign_with_those_below_it_have_returns_of_their_own()
    {
        var client = await app.FullClientAsync(app.Alpha);

        var parts = (
            await app.SendAsync(app.Alpha.OwnerToken, "client-roi/PartsOfClient", new { client, period = Bookkeeping.Period() })
        ).GetProperty("client");
        var page = Named(parts, "channels", "Page");
        var program = Named(parts, "campaigns", "Program");
        var spring = Named(parts, "campaigns", "Spring");

        Assert.Equal((100.01m, 196.67m), (page.Amount(), page.Value()));
        Assert.Equal((49.99m, 260.44m), (spring.Amount(), spring.Value()));
        Assert.Equal((150.00m, 323.44m), (program.Amount(), program.Value()));
        Assert.Equal((1100m, null, "NO_COST"), Named(parts, "goals", "Calls").Figure());
    }

    [Fact]
    public async Task More_buckets_than_anybody_reads_are_refused()
    {
        const string Document =
            "query ($c: ID!, $p: PeriodInput!) { client(id: $c) { roi(period: $p) { overTime(interval: DAY) { cost { amount } } } } }";
        var client = await app.ClientAsync(app.Alpha);

        var answer = await app.AskAsync(
            app.Alpha.OwnerToken,
            Document,
            new { c = client, p = Bookkeeping.Period("2020-01-01", "2025-01-01") }
        );

        Assert.Equal("BAD_INPUT", Assert.Single(answer.List("errors")).GetProperty("extensions").Text("code"));
    }

    private static JsonElement Named(JsonElement client, string list, string name) =>
        client.GetProperty(list).List("nodes").Single(node => node.Text("name") == name).GetProperty("roi");

    // The parts of a whole are rounded together.
    private static void AssertWhole(decimal whole, decimal sum, string what) =>
        Assert.True(whole == sum, $"{what}: {sum} instead of {whole}");
}
