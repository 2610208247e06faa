namespace AgencyRoi.Tests.Records.Sales;

public sealed class RecordRefundTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_refund_takes_back_by_the_margin_of_its_sale_on_its_own_day_at_the_rate_of_that_day()
    {
        var client = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Shop"));
        var id = client.Text("id");
        await MarginAsync(id, client.Long("version"), 0.4m);
        var campaign = await app.CampaignAsync(app.Alpha, id, "Spring");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.1m, "2025-03-10");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.2m, "2025-04-02");
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(id, 100m, currency: "EUR", campaignId: campaign));
        await MarginAsync(id, client.Long("version") + 1, 0.9m);

        var refund = await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 50m, reason: "Returned"));
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "sales/Refund", new { id = refund.Text("id") })).GetProperty("node");
        var whole = await app.RoiAsync(app.Alpha, id);

        Assert.Equal(refund.ToString(), read.ToString());
        Assert.Equal((50m, "EUR"), (read.Amount("amount"), read.GetProperty("amount").Text("currencyCode")));
        Assert.Equal(44m, (await app.RoiAsync(app.Alpha, id, to: "2025-04-02")).Value());
        Assert.Equal(-24m, (await app.RoiAsync(app.Alpha, id, "2025-04-02", "2025-04-03")).Value());
        Assert.Equal(20m, Assert.Single(whole.List("byCampaign")).Value());
    }

    [Fact]
    public async Task Refunds_together_never_exceed_their_sale_also_when_they_come_at_once()
    {
        var client = await app.ClientAsync(app.Alpha);
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m));
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 60m));

        Assert.Equal(["REFUND_EXCEEDS_SALE input.amount"], await RefusedAsync(Bookkeeping.NewRefund(sale.Text("id"), 40.01m)));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    app.AnswerAsync(app.Alpha.StaffToken, "sales/RecordRefund", new { input = Bookkeeping.NewRefund(sale.Text("id"), 20m) })
                )
        );

        var granted = answers.Count(answer =>
            answer.GetProperty("data").GetProperty("recordRefund").GetProperty("refund").ValueKind == System.Text.Json.JsonValueKind.Object
        );
        Assert.Equal(2, granted);
    }

    [Fact]
    public async Task The_same_reference_again_changes_nothing_with_other_content_it_is_a_correction_and_for_another_sale_it_is_taken()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var sale = (await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, campaignId: campaign))).Text("id");
        var other = (await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, campaignId: campaign))).Text("id");

        var first = await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale, 60m, externalReference: "note-1"));
        var again = await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale, 60.0m, externalReference: "note-1"));
        var corrected = await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale, 100m, externalReference: "note-1"));

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal((first.Text("id"), 2L), (corrected.Text("id"), corrected.Long("revision")));
        Assert.Equal(100m, (await app.RoiAsync(app.Alpha, client)).Value());
        Assert.Equal(
            ["ALREADY_EXISTS input.externalReference"],
            await RefusedAsync(Bookkeeping.NewRefund(other, 1m, externalReference: "note-1"))
        );
    }

    [Fact]
    public async Task A_refund_is_refused_at_zero_below_it_for_a_sale_without_money_and_for_one_that_is_not_there()
    {
        var client = await app.ClientAsync(app.Alpha);
        var sale = (await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m))).Text("id");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        var lead = (await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, null, type: "LEAD", goalId: goal))).Text("id");
        var foreignClient = await app.ClientAsync(app.Beta, "Foreign", "EUR");
        var foreign = (await app.SaleAsync(app.Beta, Bookkeeping.NewSale(foreignClient, currency: "EUR"))).Text("id");
        var restricted = await app.RestrictedTokenAsync(app.Alpha, await app.ClientAsync(app.Alpha, "Other"));

        Assert.Equal(["BAD_INPUT input.amount"], await RefusedAsync(Bookkeeping.NewRefund(sale, 0m)));
        Assert.Equal(["NEGATIVE_AMOUNT input.amount"], await RefusedAsync(Bookkeeping.NewRefund(sale, -1m)));
        Assert.Equal(["BAD_INPUT input.saleId"], await RefusedAsync(Bookkeeping.NewRefund(lead, 1m)));
        Assert.Equal(["NOT_FOUND input.saleId"], await RefusedAsync(Bookkeeping.NewRefund(foreign, 1m)));
        Assert.Equal(["NOT_FOUND input.saleId"], await RefusedAsync(Bookkeeping.NewRefund("U2FsZTp4", 1m)));
        Assert.Equal(["NOT_FOUND input.saleId"], await app.RefusalAsync(restricted, "sales/RecordRefund", Bookkeeping.NewRefund(sale, 1m)));
    }

    private Task<System.Text.Json.JsonElement> MarginAsync(string id, long version, decimal margin) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id,
                version,
                margin,
            }
        );

    private Task<string[]> RefusedAsync(object refund) => app.RefusalAsync(app.Alpha.StaffToken, "sales/RecordRefund", refund);
}
