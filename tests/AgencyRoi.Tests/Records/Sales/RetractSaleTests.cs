namespace AgencyRoi.Tests.Records.Sales;

public sealed class RetractSaleTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_retracted_sale_takes_its_refunds_with_it_and_counts_again_when_it_is_stated_again()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var order = Bookkeeping.NewSale(client, 100m, campaignId: campaign, externalReference: "order-1");
        var sale = await app.SaleAsync(app.Alpha, order);
        var refund = await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 30m));

        var retracted = await RetractAsync(sale.Text("id"), sale.Long("version"));
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "sales/Sale", new { id = sale.Text("id") })).GetProperty("node");
        var without = (await app.RoiAsync(app.Alpha, client)).Value();
        await app.SaleAsync(app.Alpha, order);

        Assert.NotNull(retracted.GetProperty("retractedAt").GetString());
        Assert.NotNull(Assert.Single(read.GetProperty("refunds").List("nodes")).GetProperty("retractedAt").GetString());
        Assert.Equal(0m, without);
        Assert.Equal(100m, (await app.RoiAsync(app.Alpha, client)).Value());
        Assert.Equal(30m, refund.Amount("amount"));
    }

    [Fact]
    public async Task Retracting_twice_changes_nothing_and_an_old_version_is_a_conflict()
    {
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(await app.ClientAsync(app.Alpha)));
        var retracted = await RetractAsync(sale.Text("id"), sale.Long("version"));

        Assert.Equal(retracted.ToString(), (await RetractAsync(sale.Text("id"), retracted.Long("version"))).ToString());
        var old = new { id = sale.Text("id"), version = 1 };
        Assert.Equal(["CONFLICT input.version"], await app.RefusalAsync(app.Alpha.StaffToken, "sales/RetractSale", old));
        Assert.Equal(["NOT_FOUND input.id"], await app.RefusalAsync(app.Beta.StaffToken, "sales/RetractSale", old));
    }

    private Task<System.Text.Json.JsonElement> RetractAsync(string id, long version) =>
        app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id, version });
}
