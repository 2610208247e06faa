using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>
/// The real advertiser of <c>kag-facebook-ads</c>: totals per campaign, 5.00 for an enquiry and 100.00 for an approved sale. The expected percentages
/// were computed by programs that share nothing with the product.
/// </summary>
public sealed class AdvertiserTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly (string Name, decimal Spend, decimal Enquiries, decimal Sales)[] Campaigns =
    [
        ("916", 149.71m, 58m, 24m),
        ("936", 2_893.37m, 537m, 183m),
        ("1178", 55_662.15m, 2_669m, 872m),
    ];

    [Fact]
    public async Task The_real_campaigns_come_out_to_the_printed_digit()
    {
        var client = await app.ClientAsync(app.Alpha, "Advertiser");
        var enquiries = await app.PricedGoalAsync(app.Alpha, client, 5m, name: "Enquiries");
        var sales = await app.PricedGoalAsync(app.Alpha, client, 100m, name: "Approved sales");
        foreach (var given in Campaigns)
        {
            var campaignId = await app.CampaignAsync(app.Alpha, client, given.Name);
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, given.Spend, campaignId: campaignId));
            await app.RecordOutcomeAsync(app.Alpha, enquiries, given.Enquiries, campaignId: campaignId);
            await app.RecordOutcomeAsync(app.Alpha, sales, given.Sales, campaignId: campaignId);
        }

        var whole = await app.RoiAsync(app.Alpha, client);
        var campaigns = whole.List("byCampaign").ToDictionary(part => part.GetProperty("campaign").Text("name"));
        var compared = await app.CompareAsync(app.Alpha.OwnerToken);

        Assert.Equal((58_705.23m, 124_220m, 111.600m), Printed(whole));
        Assert.Equal((149.71m, 2_690m, 1696.807m), Printed(campaigns["916"]));
        Assert.Equal((2_893.37m, 20_985m, 625.279m), Printed(campaigns["936"]));
        Assert.Equal((55_662.15m, 100_545m, 80.634m), Printed(campaigns["1178"]));
        Assert.Equal((58_705.23m, 124_220m, 111.600m), Printed(Assert.Single(compared.List("rows"))));
        Assert.Equal((58_705.23m, 124_220m, 111.600m), Printed(compared.GetProperty("totals")));
    }

    private static (decimal Cost, decimal Value, decimal Percent) Printed(JsonElement figures)
    {
        var (value, percent, _) = figures.Figure("direct");
        return (figures.Amount(), value, decimal.Round(percent!.Value, 3, MidpointRounding.AwayFromZero));
    }
}
