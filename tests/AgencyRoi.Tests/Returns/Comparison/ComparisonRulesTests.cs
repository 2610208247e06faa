using System.Text.Json;
using AgencyRoi.Tests.Records.IndirectValue;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>Rules of the methodology's sections 15 and 17 over the API, in their own numbers.</summary>
public sealed class ComparisonRulesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Direct_20_direct_and_assisted_30_adjusted_52_and_a_half_unadjusted_80_percent()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10_000m));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 12_000m, channelId: await app.ChannelAsync(app.Alpha, client)));
        var helped = await app.PricedGoalAsync(app.Alpha, client, 100m, "INDIRECT_SALES", "B", "Orders helped");
        await app.RecordOutcomeAsync(app.Alpha, helped, 10m);
        var kept = await app.PricedGoalAsync(app.Alpha, client, 50m, "RELATIONSHIPS", "C", "Customers kept");
        await app.RecordOutcomeAsync(app.Alpha, kept, 100m);

        var roi = await app.RoiAsync(app.Alpha, client);

        Assert.Equal((12_000m, 20m, null), roi.Figure("direct"));
        Assert.Equal((13_000m, 30m, null), roi.Figure("directAndAssisted"));
        Assert.Equal((15_250m, 52.5m, null), roi.Figure("adjusted"));
        Assert.Equal((18_000m, 80m, null), roi.Figure("unadjusted"));
    }

    [Fact]
    public async Task A_channel_that_loses_is_said_to_lose_with_the_interval_that_shows_it()
    {
        var client = await app.ClientAsync(app.Alpha, "Loser");
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 200m, channelId: channel));
        var helped = StreamSample.IndirectSale.Input(client, null, ("reportedShare", """{"low":0.1,"expected":0.25,"high":0.4}"""));
        helped["channelId"] = channel;
        await app.DoAsync(app.Alpha.StaffToken, StreamSample.IndirectSale.Operation, helped);

        // 1,000 x 0.4 x 0.1, 0.25 and 0.4 over 200: even the high end is a loss.
        const string query = """
            query ($c: ID!, $p: PeriodInput!) {
              client(id: $c) { roi(period: $p) { byChannel { channel { name } cost { amount } unadjusted { roiPercent lowRoiPercent highRoiPercent net { amount } } } } }
            }
            """;
        var answer = await app.AskAsync(app.Alpha.StaffToken, query, new { c = client, p = Bookkeeping.Period() });
        var shown = Assert.Single(answer.GetProperty("data").GetProperty("client").GetProperty("roi").List("byChannel"));
        var figure = shown.GetProperty("unadjusted");

        Assert.Equal((200m, -100m), (shown.Amount(), figure.Amount("net")));
        Assert.Equal(
            (-80m, -50m, -20m),
            (Percent(figure, "lowRoiPercent"), Percent(figure, "roiPercent"), Percent(figure, "highRoiPercent"))
        );
    }

    [Fact]
    public async Task A_groups_return_is_the_ratio_of_sums_with_its_number_cost_and_interval_beside_it()
    {
        foreach (var (name, cost, value) in new[] { ("Group small", 10m, 100m), ("Group large", 990m, 900m) })
        {
            var client = await app.ClientAsync(app.Alpha, name);
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, cost));
            await app.SaleAsync(
                app.Alpha,
                Bookkeeping.NewSale(client, value, campaignId: await app.CampaignAsync(app.Alpha, client, "Spring"))
            );
        }

        const string query = """
            query ($p: PeriodInput!) {
              compareClients(period: $p, where: { client: { name: { startsWith: "Group" } } }) {
                totals { clientCount cost { amount } adjusted { roiPercent lowRoiPercent highRoiPercent } }
              }
            }
            """;
        var answer = await app.AskAsync(app.Alpha.StaffToken, query, new { p = Bookkeeping.Period() });
        var totals = answer.GetProperty("data").GetProperty("compareClients").GetProperty("totals");

        // 1,000 over 1,000 and not the mean of 900 % and -9.09 %.
        Assert.Equal((2L, 1_000m), (totals.Long("clientCount"), totals.Amount()));
        var figure = totals.GetProperty("adjusted");
        Assert.Equal((0m, 0m, 0m), (Percent(figure, "lowRoiPercent"), Percent(figure, "roiPercent"), Percent(figure, "highRoiPercent")));
    }

    [Fact]
    public async Task One_unit_is_credited_to_one_goal_once()
    {
        var client = await app.ClientAsync(app.Alpha, "Two goals");
        var (first, second) = (
            await app.PricedGoalAsync(app.Alpha, client, 10m, name: "Enquiries"),
            await app.PricedGoalAsync(app.Alpha, client, 30m, name: "Visits to the shop")
        );

        await app.OutcomeAsync(app.Alpha, first, 1m, externalReference: "unit-1");
        await app.OutcomeAsync(app.Alpha, first, 1m, externalReference: "unit-1");
        var before = (await app.RoiAsync(app.Alpha, client)).Value();
        await app.OutcomeAsync(app.Alpha, second, 1m, externalReference: "unit-1");

        Assert.Equal((10m, 30m), (before, (await app.RoiAsync(app.Alpha, client)).Value()));
    }

    private static decimal Percent(JsonElement figure, string name) => figure.GetProperty(name).GetDecimal();
}
