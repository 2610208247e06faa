using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Returns.Advertising;

/// <summary>Traffic by estimates is shown beside the return, and never in it.</summary>
public sealed class TrafficEstimateTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Unpaid_clicks_take_the_price_that_the_client_pays_on_the_same_network()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 500m, channelId: channel));
        await ClickAsync(client, channel, 1_000m, isPaid: true);
        await ClickAsync(client, channel, 400m, isPaid: false);
        var roi = (await app.RoiAsync(app.Alpha, client)).Value();

        var memo = Assert.Single(await ReadAsync(client));

        // 400 × 500 / 1,000.
        Assert.Equal((400m, 200m), (memo.GetProperty("unpaidClickCount").GetDecimal(), memo.Amount("amount")));
        Assert.Equal(0.5m, memo.GetProperty("costPerClick").Amount("amount"));
        Assert.Equal(("E", 0m), (memo.Text("evidenceGrade"), roi));
    }

    [Fact]
    public async Task Without_a_price_of_the_clients_own_there_is_no_amount()
    {
        var client = await app.ClientAsync(app.Alpha);
        await ClickAsync(client, await app.ChannelAsync(app.Alpha, client), 400m, isPaid: false);

        var memo = Assert.Single(await ReadAsync(client));

        Assert.Equal("NO_AD_SPEND", memo.GetProperty("costPerClick").Text("undefinedReason"));
        Assert.Equal(JsonValueKind.Null, memo.GetProperty("amount").ValueKind);
    }

    [Fact]
    public async Task A_thousand_searches_at_fifteen_hundredths_and_two_a_click_are_three_hundred()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.ImportAsync(
            app.Alpha.StaffToken,
            "keyword-prices",
            $"client,keyword,country,month,amount,currency,source\n{client},bread,US,2025-03-01,2,USD,test\n"
        );

        var read = await app.SendAsync(
            app.Alpha.StaffToken,
            "traffic-estimates/KeywordTrafficEstimate",
            new
            {
                client,
                searches = 1_000m,
                clickRate = 0.15m,
                topClickRate = 0.3m,
            }
        );

        var estimate = read.GetProperty("client").GetProperty("keywordPrices").List("nodes").Single().GetProperty("trafficEstimate");
        Assert.Equal(150m, estimate.GetProperty("visitCount").GetDecimal());
        Assert.Equal((300m, 300m), (estimate.Amount("value"), estimate.Amount("potential")));
    }

    private Task<JsonElement> ClickAsync(string clientId, string channelId, decimal clicks, bool isPaid) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "volume-metrics/RecordVolumeMetric",
            new
            {
                clientId,
                channelId,
                occurredOn = "2025-03-10",
                clicks,
                isPaid,
            }
        );

    private async Task<JsonElement[]> ReadAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "traffic-estimates/NetworkTraffic", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .List("networkTraffic");
}
