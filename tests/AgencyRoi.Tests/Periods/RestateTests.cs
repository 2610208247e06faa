using System.Text.Json;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Periods;

public sealed class RestateTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Terms_dated_into_the_past_are_pending_until_they_are_restated_and_the_preview_says_what_will_be_posted()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 10m, "SERVICE_SAVINGS");
        await app.RecordOutcomeAsync(app.Alpha, goal, 4m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-02-10");
        await app.ValueAsync(app.Alpha, goal, "2025-03-01", 12.5m);

        var before = await app.RoiAsync(app.Alpha, client);
        var pending = await app.PendingAsync(client);
        var preview = await app.RestateAsync(client, preview: true);
        Assert.Equal(before.ToString(), (await app.RoiAsync(app.Alpha, client)).ToString());
        var posted = await app.RestateAsync(client);

        Assert.Equal((1, 10m, 5m), (pending.GetProperty("count").GetInt32(), pending.Amount("amount"), pending.Amount("adjustedAmount")));
        Assert.Equal(preview.GetProperty("lines").ToString(), posted.GetProperty("lines").ToString());
        var line = Assert.Single(posted.GetProperty("lines").List("nodes"));
        Assert.Equal(("OUTCOME", "2025-03-10", "VALUE"), (line.Text("sourceKind"), line.Text("day"), line.Text("cause")));
        Assert.Equal((40m, 50m), (line.Amount("posted"), line.Amount("restated")));
        Assert.Equal(60m, (await app.RoiAsync(app.Alpha, client)).Value());
        Assert.Equal(0, (await app.PendingAsync(client)).GetProperty("count").GetInt32());
        Assert.Equal(0, (await app.RestateAsync(client)).GetProperty("factCount").GetInt32());
    }

    [Fact]
    public async Task An_exchange_rate_restates_costs_sales_and_refunds_alike_and_only_from_the_day_on()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        foreach (var month in new[] { "2025-02-01", "2025-03-01", "2025-04-01" })
            await app.RateAsync(app.Alpha, "CHF", "USD", 1.1m, month, "MONTH");
        await app.CostAsync(app.Alpha, NewCost(client, 100m, "2025-02-03", "CHF"));
        await app.CostAsync(app.Alpha, NewCost(client, 100m, "2025-03-03", "CHF", "AGENCY_FEE"));
        var sale = await app.SaleAsync(app.Alpha, NewSale(client, 300m, "2025-03-05", "CHF", channelId: channel));
        await app.RefundAsync(app.Alpha, NewRefund(sale.Text("id"), 50m, "2025-04-02"));
        foreach (var month in new[] { "2025-02-01", "2025-03-01", "2025-04-01" })
            await app.RateAsync(app.Alpha, "CHF", "USD", 1.2m, month, "MONTH");

        var restated = await app.RestateAsync(client, "2025-03-01");

        Assert.Equal(3, restated.GetProperty("factCount").GetInt32());
        Assert.Equal(
            ["COST CLIENT 110 120", "COST AGENCY 110 120", "SALE CLIENT 330 360", "REFUND CLIENT -55 -60"],
            restated.GetProperty("lines").List("nodes").Select(Text)
        );
        var roi = await app.RoiAsync(app.Alpha, client);
        Assert.Equal((230m, 300m), (roi.Amount(), roi.Value()));
    }

    [Fact]
    public async Task Evidence_factors_hold_from_their_day_for_facts_of_that_day_whenever_they_are_entered()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 100m, "AUTHORITY", "B");
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-01-02");
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-05-10");
        await PolicyAsync("2025-05-01", 0.6m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-04-30");
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-05-01");

        var before = (await app.RoiAsync(app.Alpha, client)).Value("adjusted");
        var restated = await app.RestateAsync(client, "2025-01-01");

        Assert.Equal(75m + 75m + 75m + 60m, before);
        Assert.Equal("POLICY", Assert.Single(restated.GetProperty("lines").List("nodes")).Text("cause"));
        Assert.Equal(-15m, restated.Amounts("difference")[3]);
        Assert.Equal(75m + 60m + 75m + 60m, (await app.RoiAsync(app.Alpha, client)).Value("adjusted"));
    }

    [Fact]
    public async Task A_policy_is_a_descending_list_of_shares()
    {
        Assert.Equal(["BAD_INPUT input.a"], await PolicyRefusedAsync(a: 1.1m, b: 0.5m));
        Assert.Equal(["BAD_INPUT input.b"], await PolicyRefusedAsync(a: 0.5m, b: 0.6m));
        Assert.Equal(["BAD_INPUT input.b"], await PolicyRefusedAsync(a: 1m, b: 0.55555m));
        var client = await app.ClientAsync(app.Alpha);
        var restricted = await app.RestrictedTokenAsync(app.Alpha, client);
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(restricted, "periods/SetEvidencePolicy", Policy("2030-01-01", 1m, 0.5m)));
    }

    [Fact]
    public async Task A_sale_keeps_the_margin_it_was_recorded_with()
    {
        var created = await app.DoAsync(
            app.Alpha.AnalystToken,
            "clients/CreateClient",
            new
            {
                name = "Margin",
                industry = "RETAIL",
                businessModel = "B2C",
                size = "SMALL",
                currency = "USD",
                timeZone = "UTC",
                margin = 0.4m,
            }
        );
        var client = created.Text("id");
        await app.SaleAsync(app.Alpha, NewSale(client, 100m, channelId: await app.ChannelAsync(app.Alpha, client)));
        await app.DoAsync(
            app.Alpha.AnalystToken,
            "clients/UpdateClient",
            new
            {
                id = client,
                version = created.Long("version"),
                margin = 0.9m,
            }
        );

        Assert.Equal(0, (await app.RestateAsync(client)).GetProperty("factCount").GetInt32());
        Assert.Equal(40m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    private Task<JsonElement> PolicyAsync(string effectiveFrom, decimal b) =>
        app.DoAsync(app.Alpha.OwnerToken, "periods/SetEvidencePolicy", Policy(effectiveFrom, 1m, b));

    private Task<string[]> PolicyRefusedAsync(decimal a, decimal b) =>
        app.RefusalAsync(app.Alpha.OwnerToken, "periods/SetEvidencePolicy", Policy("2030-01-01", a, b));

    private static object Policy(string effectiveFrom, decimal a, decimal b) =>
        new
        {
            effectiveFrom,
            a,
            b,
            c = 0.5m,
            d = 0.25m,
            e = 0m,
        };

    private static string Text(JsonElement line) =>
        FormattableString.Invariant(
            $"{line.Text("sourceKind")} {line.Text("viewpoint")} {line.Amount("posted"):0.##} {line.Amount("restated"):0.##}"
        );
}
