namespace AgencyRoi.Tests.Records.Sales;

public sealed class RetractRefundTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_retracted_refund_gives_the_value_back_and_makes_room_for_another()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var sale = (await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, campaignId: campaign))).Text("id");
        var refund = await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale, 100m));
        var retract = new { id = refund.Text("id"), version = refund.Long("version") };

        var retracted = await app.DoAsync(app.Alpha.StaffToken, "sales/RetractRefund", retract);
        var value = (await app.RoiAsync(app.Alpha, client)).Value();
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale, 100m));

        Assert.NotNull(retracted.GetProperty("retractedAt").GetString());
        Assert.Equal(100m, value);
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client)).Value());
        Assert.Equal(["CONFLICT input.version"], await app.RefusalAsync(app.Alpha.StaffToken, "sales/RetractRefund", retract));
        Assert.Equal(["NOT_FOUND input.id"], await app.RefusalAsync(app.Beta.StaffToken, "sales/RetractRefund", retract));
    }
}
