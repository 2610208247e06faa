using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Forecasts;

public sealed class PaybackTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task An_outlay_of_1000_and_then_300_400_500_a_month_is_paid_back_after_two_months_and_six_tenths()
    {
        var client = await ClientAsync(
            "Example",
            ("2025-02-10", 1_000m),
            ("2025-02-20", -300m),
            ("2025-03-10", -400m),
            ("2025-04-10", -500m)
        );

        var payback = await PaybackAsync(client);

        Assert.Equal(("PAID_BACK", "2025-02-01", 2.6m), (payback.Text("state"), payback.Text("firstCostMonth"), Months(payback)));
        var points = payback.List("points").Select(point => (point.Amount("value"), point.Amount())).ToList();
        Assert.Equal([(0m, 0m), (300m, 1_000m), (700m, 1_000m), (1_200m, 1_000m)], points.Take(4));
        Assert.Equal(11L, payback.Long("horizonMonths"));
        Assert.Equal((true, 200m), (payback.GetProperty("isPaidBack").GetBoolean(), payback.Amount("balance")));
    }

    [Fact]
    public async Task What_has_not_come_back_is_told_from_what_has_not_had_the_time_and_from_what_cost_nothing()
    {
        var lost = await ClientAsync("Lost", ("2025-02-10", 1_000m), ("2025-02-20", -999.99m));
        var early = await ClientAsync("Early", ("2025-11-10", 1_000m), ("2025-12-20", -500m));
        var free = await ClientAsync("Free", ("2025-02-20", -10m));

        Assert.Equal(("NOT_PAID_BACK", null), State(await PaybackAsync(lost)));
        Assert.Equal(("INSUFFICIENT_HISTORY", null), State(await PaybackAsync(early)));
        Assert.Equal(("NOT_PAID_BACK", null), State(await PaybackAsync(early, rampUpMonths: 2)));
        Assert.Equal(("NO_COST", null), State(await PaybackAsync(free)));
        Assert.Equal(JsonValueKind.Null, (await PaybackAsync(free)).GetProperty("isPaidBack").ValueKind);
        Assert.False((await PaybackAsync(lost)).GetProperty("isPaidBack").GetBoolean());
    }

    [Fact]
    public async Task What_was_paid_back_once_and_was_overtaken_by_later_cost_says_both()
    {
        // 600 of the 1,000 in February and 400 of March's 800: after one month and a half. Then 6,692.31 are spent, and 7,692.31 stand over 1,400.
        var client = await ClientAsync(
            "Overtaken",
            ("2025-02-10", 1_000m),
            ("2025-02-20", -600m),
            ("2025-03-10", -800m),
            ("2025-04-10", 6_692.31m)
        );

        var payback = await PaybackAsync(client);
        var adjusted = (await app.RoiAsync(app.Alpha, client)).GetProperty("adjusted").GetProperty("roiPercent").GetDecimal();

        Assert.Equal(("NO_LONGER_PAID_BACK", 1.5m, "ADJUSTED"), (payback.Text("state"), Months(payback), payback.Text("total")));
        Assert.Equal((false, -6_292.31m), (payback.GetProperty("isPaidBack").GetBoolean(), payback.Amount("balance")));
        Assert.Equal(-81.8m, decimal.Round(adjusted, 1));
    }

    private static decimal? Months(JsonElement payback) =>
        payback.GetProperty("firstCrossingMonths") is { ValueKind: JsonValueKind.Number } months ? months.GetDecimal() : null;

    private static (string, decimal?) State(JsonElement payback) => (payback.Text("state"), Months(payback));

    /// <summary>Amounts above zero are costs, those below it are sales.</summary>
    private async Task<string> ClientAsync(string name, params (string Day, decimal Amount)[] facts)
    {
        var client = await app.ClientAsync(app.Alpha, name);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        foreach (var (day, amount) in facts)
            await (
                amount > 0
                    ? app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, amount, day))
                    : app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, -amount, day, campaignId: campaign))
            );
        return client;
    }

    private async Task<JsonElement> PaybackAsync(string client, int rampUpMonths = 3) => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "expectations/Payback",
                new
                {
                    client,
                    period = Bookkeeping.Period(),
                    rampUpMonths,
                }
            )
        ).GetProperty("client").GetProperty("roi").GetProperty("payback");
}
