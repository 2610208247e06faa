using System.Text.Json;
using AgencyRoi.Tests.Reports.Periods;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.TwoSidedValue;

/// <summary>A client's people see both sides of published months, the company's as it was reported.</summary>
public sealed class PublishedTwoSidedValueTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_portal_sees_both_sides_of_published_months_and_of_no_other_days()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var token = await app.PortalTokenAsync(client);
        await app.CostAsync(app.Alpha, NewCost(client, 100m, channelId: channel));
        await app.SaleAsync(app.Alpha, NewSale(client, 250m, channelId: channel));
        await app.BenefitAsync(client, "COUPON", 20m, 50m, new { costAmount = 25m });
        await app.BenefitAsync(client, "GIFT", 1m, 999m, new { occurredOn = "2025-04-01" });
        Assert.Equal("NOT_PUBLISHED", Refusal(await AnswerAsync(token, client, BenefitWorld.March)));

        await app.CloseAsync(client);
        await app.PublishAsync(client);
        await app.CostAsync(app.Alpha, NewCost(client, 900m));

        var value = (await AnswerAsync(token, client, BenefitWorld.March))
            .GetProperty("data")
            .GetProperty("client")
            .GetProperty("twoSidedValue");
        // (50 - 25) x 100 / 25; 50 / (50 + 150): the late cost of 900 was not reported.
        Assert.Equal("1 20 50 2.5 - 25 50 0 100", value.GetProperty("consumers").Card());
        Assert.Equal(150m, value.GetProperty("split").Amount("companyNet"));
        Assert.Equal(0.25m, value.GetProperty("split").GetProperty("consumerShare").GetDecimal());
        Assert.Equal(150m, value.GetProperty("company").GetProperty("adjusted").GetProperty("roiPercent").GetDecimal());
        Assert.Equal("COUPON", Assert.Single(value.List("byKind")).Text("kind"));
        Assert.Equal("NOT_PUBLISHED", Refusal(await AnswerAsync(token, client, new { from = "2025-03-01", to = "2025-05-01" })));
        Assert.Equal("NOT_PUBLISHED", Refusal(await AnswerAsync(token, client, new { from = "2025-03-02", to = "2025-04-01" })));
    }

    private Task<JsonElement> AnswerAsync(string token, string client, object period) =>
        app.AnswerAsync(token, "portal/PublishedTwoSidedValue", new { client, period });

    private static string Refusal(JsonElement answer) => Assert.Single(answer.List("errors")).GetProperty("extensions").Text("code");
}
