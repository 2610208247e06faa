using System.Text.Json;
using AgencyRoi.Tests.Returns.Advertising;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class AdvertisingColumnsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Rows_are_in_the_agencys_currency_and_totals_are_ratios_of_the_sums()
    {
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.25m, "2025-03-10");
        await FirmAsync("Small", "USD", spend: 100m, clicks: 50m, sale: 300m);
        await FirmAsync("Large", "EUR", spend: 800m, clicks: 950m, sale: 4_000m);

        var compared = (
            await app.SendAsync(app.Alpha.StaffToken, "advertising/CompareAdvertising", new { period = Bookkeeping.Period() })
        ).GetProperty("compareClients");
        var rows = compared.List("rows").ToDictionary(row => row.GetProperty("client").Text("name"), row => row.GetProperty("advertising"));

        Assert.Equal("USD", rows["Large"].GetProperty("adSpend").Text("currencyCode"));
        Assert.Equal("costPerClick=2 roas=3 costPerSale=100", Card(rows["Small"]));
        // 800 at 1.25 over 950 clicks; what was bought for it came at the same rate.
        Assert.Equal("costPerClick=1.052632 roas=5 costPerSale=1000", Card(rows["Large"]));
        // 1,100 over 1,000 clicks, 5,300 over 1,100, 1,100 over two: no mean of the two rows.
        Assert.Equal("costPerClick=1.1 roas=4.818182 costPerSale=550", Card(compared.GetProperty("totals").GetProperty("advertising")));
    }

    [Fact]
    public async Task The_columns_are_those_of_the_clients_viewpoint_whatever_is_compared()
    {
        await FirmAsync("Viewed", "USD", spend: 100m, clicks: 50m, sale: 300m);

        var answers = new List<string>();
        foreach (var viewpoint in new[] { "CLIENT", "AGENCY" })
            answers.Add(
                (
                    await app.AskAsync(
                        app.Alpha.OwnerToken,
                        "query($viewpoint: Viewpoint!, $period: PeriodInput!) { compareClients(period: $period, viewpoint: $viewpoint, "
                            + "where: { client: { name: { eq: \"Viewed\" } } }) { rows { advertising { adSpend { amount } roas { value } } } } }",
                        new { viewpoint, period = Bookkeeping.Period() }
                    )
                )
                    .GetProperty("data")
                    .ToString()
            );

        Assert.Contains("\"roas\":{\"value\":3}", answers[0], StringComparison.Ordinal);
        Assert.Equal(answers[0], answers[1]);
    }

    private static string Card(JsonElement figures) => figures.Ratios("costPerClick", "roas", "costPerSale");

    private async Task FirmAsync(string name, string currency, decimal spend, decimal clicks, decimal sale)
    {
        var client = await app.ClientAsync(app.Alpha, name, currency);
        var campaignId = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, spend, currency: currency, campaignId: campaignId));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, sale, currency: currency, campaignId: campaignId));
        await app.VolumeAsync(
            client,
            new
            {
                campaignId,
                isPaid = true,
                clicks,
            }
        );
    }
}
