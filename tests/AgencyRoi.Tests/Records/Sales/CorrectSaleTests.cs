using System.Text.Json;

namespace AgencyRoi.Tests.Records.Sales;

public sealed class CorrectSaleTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_refunds_of_a_corrected_sale_follow_it_to_its_new_campaign_and_out_of_the_value()
    {
        var client = await app.ClientAsync(app.Alpha);
        var spring = await app.CampaignAsync(app.Alpha, client, "Spring");
        var autumn = await app.CampaignAsync(app.Alpha, client, "Autumn");
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, campaignId: spring));
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 30m));

        var moved = await CorrectAsync(
            new
            {
                id = sale.Text("id"),
                version = sale.Long("version"),
                campaignId = autumn,
            }
        );
        var there = (await app.RoiAsync(app.Alpha, client))
            .List("byCampaign")
            .ToDictionary(part => part.GetProperty("campaign").Text("name"), part => part.Value());
        var stray = await CorrectAsync(
            new
            {
                id = sale.Text("id"),
                version = moved.Long("version"),
                campaignId = (string?)null,
            }
        );

        Assert.Equal((0m, 70m), (there["Spring"], there["Autumn"]));
        Assert.False(stray.GetProperty("isAttributed").GetBoolean());
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task A_sale_does_not_become_less_than_its_refunds_nor_change_their_currency()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, campaignId: campaign));
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 30m));
        object To(decimal amount, string currency) =>
            new
            {
                id = sale.Text("id"),
                version = sale.Long("version"),
                amount,
                currency,
            };

        Assert.Equal(["REFUND_EXCEEDS_SALE input.amount"], await RefusedAsync(To(29.99m, "USD")));
        Assert.Equal(["BAD_INPUT input.currency"], await RefusedAsync(To(100m, "EUR")));
        await CorrectAsync(To(30m, "USD"));
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task A_correction_values_anew_and_an_old_version_is_a_conflict()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m));
        var change = new
        {
            id = sale.Text("id"),
            version = sale.Long("version"),
            channelId = channel,
            occurredOn = "2025-07-01",
        };

        var corrected = await CorrectAsync(change);

        Assert.Equal((2L, true), (corrected.Long("revision"), corrected.GetProperty("isAttributed").GetBoolean()));
        Assert.Equal(100m, (await app.RoiAsync(app.Alpha, client, "2025-07-01", "2025-07-02")).Value());
        Assert.Equal(["CONFLICT input.version"], await RefusedAsync(change));
        Assert.Equal(["NOT_FOUND input.id"], await app.RefusalAsync(app.Beta.StaffToken, "sales/CorrectSale", change));
    }

    private Task<JsonElement> CorrectAsync(object change) => app.DoAsync(app.Alpha.StaffToken, "sales/CorrectSale", change);

    private Task<string[]> RefusedAsync(object change) => app.RefusalAsync(app.Alpha.StaffToken, "sales/CorrectSale", change);
}
