using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Sales;

/// <summary>Refunds by the list and by the file: the rules of a single one, and those of several together.</summary>
public sealed class RecordRefundsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,sale,date,amount,currency,reason\n";

    [Fact]
    public async Task Several_are_recorded_at_once_and_again_nothing_changes()
    {
        var client = await app.ClientAsync(app.Alpha);
        var (first, second) = (await SaleAsync(client, 100m), await SaleAsync(client, 50m));
        object[] refunds = [New(first, 30m, "r-1"), New(first, 20m, "r-2", "USD"), New(second, 50m, "r-3")];

        var recorded = await app.DoAsync(app.Alpha.StaffToken, "sales/RecordRefunds", new { refunds });
        var again = await app.DoAsync(app.Alpha.StaffToken, "sales/RecordRefunds", new { refunds });

        Assert.Equal(["r-1", "r-2", "r-3"], recorded.EnumerateArray().Select(refund => refund.Text("externalReference")));
        Assert.Equal(recorded.ToString(), again.ToString());
        Assert.Equal(50m, await ValueAsync(client));
    }

    [Fact]
    public async Task When_one_is_refused_none_is_recorded_and_each_complaint_has_its_place()
    {
        var client = await app.ClientAsync(app.Alpha);
        var sale = await SaleAsync(client, 100m);
        var foreign = await app.SaleAsync(
            app.Beta,
            Bookkeeping.NewSale(await app.ClientAsync(app.Beta, "Foreign", "EUR"), currency: "EUR")
        );

        Assert.Equal(
            ["NOT_FOUND input.refunds.1.saleId", "REFUND_EXCEEDS_SALE input.refunds.2.amount", "MIXED_CURRENCIES input.refunds.3.currency"],
            await RefusedAsync(New(sale, 60m), New(foreign.Text("id"), 1m), New(sale, 40.01m), New(sale, 1m, currency: "EUR"))
        );
        Assert.Equal(
            ["BAD_INPUT input.refunds.0.amount", "ALREADY_EXISTS input.refunds.2.externalReference"],
            await RefusedAsync(New(sale, 0m), New(sale, 1m, "twice"), New(sale, 1m, "twice"))
        );
        Assert.Equal(["BAD_INPUT input.refunds"], await RefusedAsync());
        Assert.Equal(100m, await ValueAsync(client));
    }

    [Fact]
    public async Task A_single_refund_in_another_currency_than_its_sale_is_refused()
    {
        var sale = await SaleAsync(await app.ClientAsync(app.Alpha), 100m);

        Assert.Equal(
            ["MIXED_CURRENCIES input.currency"],
            await app.RefusalAsync(app.Alpha.StaffToken, "sales/RecordRefund", New(sale, 1m, currency: "EUR"))
        );
    }

    [Fact]
    public async Task A_file_says_of_each_row_what_is_wrong_with_it_and_the_good_ones_land()
    {
        var client = (
            await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Filed", externalReference: "filed"))
        ).Text("id");
        await SaleAsync(client, 100m, "order-1");
        var byId = await SaleAsync(client, 50m, "order-2");
        var file =
            Header
            + "filed,r-1,order-1,2025-04-02,60,USD,Returned\n"
            + $"filed,r-2,{byId},2025-04-02,10,,\n"
            + "filed,r-3,order-1,2025-04-02,40.01,USD,\n"
            + "filed,r-4,order-9,2025-04-02,1,USD,\n"
            + "filed,r-5,order-1,2025-04-02,1,EUR,\n"
            + "filed,r-6,order-1,2025-04-02,0,USD,\n"
            + "filed,r-7,,2025-04-02,1,USD,\n"
            + "filed,r-1,order-1,2025-04-02,60,USD,Returned\n";

        var report = await app.ImportAsync(app.Alpha.StaffToken, "refunds", file);
        var value = await ValueAsync(client);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "refunds", file);

        Assert.Equal((2, 0, 0, 6), report.Counts());
        Assert.Equal(
            [
                "4 amount REFUND_EXCEEDS_SALE",
                "5 sale NOT_FOUND",
                "6 currency MIXED_CURRENCIES",
                "7 amount BAD_INPUT",
                "8 sale BAD_INPUT",
                "9 external_reference DUPLICATE_IN_FILE",
            ],
            report.Errors().Order(StringComparer.Ordinal)
        );
        Assert.Equal(80m, value);
        Assert.Equal((0, 0, 2, 6), again.Counts());
        Assert.Equal(80m, await ValueAsync(client));
    }

    private async Task<string> SaleAsync(string client, decimal amount, string? reference = null)
    {
        var campaign = await app.CampaignAsync(app.Alpha, client, $"Spring {Guid.NewGuid():N}");
        var sale = Bookkeeping.NewSale(client, amount, campaignId: campaign, externalReference: reference);
        return (await app.SaleAsync(app.Alpha, sale)).Text("id");
    }

    private async Task<decimal> ValueAsync(string client) => (await app.RoiAsync(app.Alpha, client)).Value();

    private Task<string[]> RefusedAsync(params object[] refunds) =>
        app.RefusalAsync(app.Alpha.StaffToken, "sales/RecordRefunds", new { refunds });

    private static object New(string saleId, decimal amount, string? externalReference = null, string? currency = null) =>
        new
        {
            saleId,
            occurredOn = "2025-04-02",
            amount,
            externalReference,
            currency,
        };
}
