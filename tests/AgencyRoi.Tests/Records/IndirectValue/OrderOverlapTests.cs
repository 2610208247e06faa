using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>One order is one unit: what its sale, those who helped it and the worth of its buyer come to is the same in any order of arrival.</summary>
public sealed class OrderOverlapTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_shared_between_its_sale_and_who_helped_it(bool isSaleFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await Arrival.InOrderAsync(
            isSaleFirst,
            () => app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 1000m, channelId: channel, externalReference: "A-99")),
            () => app.StreamFactAsync(app.Alpha, StreamSample.IndirectSale, client, "H-1")
        );

        // Both are grade C and of one day: the sale is the earlier stream.
        Assert.Equal(1000m, (await app.StreamAsync(app.Alpha, client, "DIRECT_SALES")).Value);
        Assert.Equal(0m, (await app.StreamAsync(app.Alpha, client, "INDIRECT_SALES")).Value);
        var cut = Assert.Single(await app.OverlapsAsync(client));
        Assert.Equal(("order:A-99", "STRONGER_CLAIM", 100m), (cut.Text("unit"), cut.Text("reason"), cut.Amount("cut")));
        Assert.Equal("A-99", cut.List("servedBefore").Single().Text("externalReference"));
    }

    // The sale of grade C gets what an assist of grade B leaves of its order, 750 of 1,000: so much is taken off the worth of the customer who was kept.
    [Theory]
    [InlineData("sale", "kept", "helped")]
    [InlineData("sale", "helped", "kept")]
    [InlineData("kept", "sale", "helped")]
    [InlineData("kept", "helped", "sale")]
    [InlineData("helped", "sale", "kept")]
    [InlineData("helped", "kept", "sale")]
    public async Task A_kept_customers_order_that_is_cut_by_another_claim_takes_off_what_is_left_of_it(params string[] arrival)
    {
        var client = await app.ClientAsync(app.Alpha);
        foreach (var step in arrival)
            await StateAsync(client, step);

        Assert.Equal(750m, (await app.StreamAsync(app.Alpha, client, "DIRECT_SALES")).Value);
        Assert.Equal(100m, (await app.StreamAsync(app.Alpha, client, "INDIRECT_SALES")).Value);
        Assert.Equal(1750m, (await app.StreamAsync(app.Alpha, client, "RELATIONSHIPS")).Value);
        Assert.Equal(
            [("RELATIONSHIPS", "SALES_COUNTED", 750m), ("DIRECT_SALES", "STRONGER_CLAIM", 250m)],
            (await app.OverlapsAsync(client)).Select(Cut).OrderByDescending(cut => cut.Stream)
        );
    }

    [Fact]
    public async Task When_the_other_claim_is_taken_back_or_meant_another_order_the_whole_order_is_taken_off_again()
    {
        var client = await app.ClientAsync(app.Alpha);
        await StateAsync(client, "sale");
        await StateAsync(client, "kept");
        var helped = await StateAsync(client, "helped");

        await app.DoAsync(app.Alpha.StaffToken, StreamSample.IndirectSale.Operation, Helped(client, "B-1"));
        var meantAnother = (await app.StreamAsync(app.Alpha, client, "RELATIONSHIPS")).Value;
        var back = await StateAsync(client, "helped");
        var again = (await app.StreamAsync(app.Alpha, client, "RELATIONSHIPS")).Value;
        await app.DoAsync(
            app.Alpha.StaffToken,
            "stream-facts/RetractStreamFact",
            new { id = helped.Text("id"), version = back.Long("version") }
        );

        Assert.Equal((1500m, 1750m), (meantAnother, again));
        Assert.Equal(1500m, (await app.StreamAsync(app.Alpha, client, "RELATIONSHIPS")).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_shares_of_one_order_that_pass_one_are_cut_at_the_weaker(bool isStrongFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        var strong = Helped(client, "A-99", "strong", visitsOfTwenty: 14);
        var weak = StreamSample.IndirectSale.Input(client, "weak", ("reportedShare", """{"expected":0.5}"""));

        await Arrival.InOrderAsync(
            isStrongFirst,
            () => app.DoAsync(app.Alpha.StaffToken, StreamSample.IndirectSale.Operation, strong),
            () => app.DoAsync(app.Alpha.StaffToken, StreamSample.IndirectSale.Operation, weak)
        );

        // 1,000 x 0.4, seven tenths and the three that are left.
        Assert.Equal(400m, (await app.StreamAsync(app.Alpha, client, "INDIRECT_SALES")).Value);
        var cut = Assert.Single(await app.OverlapsAsync(client));
        Assert.Equal(("weak", 80m), (cut.Text("externalReference"), cut.Amount("cut")));
        Assert.Equal((0.5m, 0.3m), (cut.GetProperty("claimedShare").GetDecimal(), cut.GetProperty("grantedShare").GetDecimal()));
        Assert.Equal("strong", Assert.Single(cut.List("servedBefore")).Text("externalReference"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_that_two_platforms_report_is_one_order(bool isFirstFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        var (page, ads) = (await app.ChannelAsync(app.Alpha, client, "Page"), await app.ChannelAsync(app.Alpha, client, "Ads"));

        await Arrival.InOrderAsync(
            isFirstFirst,
            () => app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 500m, channelId: page, externalReference: "A-17")),
            () => app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 500m, channelId: ads, externalReference: "A-17"))
        );

        Assert.Equal(500m, (await app.StreamAsync(app.Alpha, client, "DIRECT_SALES")).Value);
    }

    private Task<JsonElement> StateAsync(string client, string what) =>
        what switch
        {
            "sale" => app.SaleOfAsync(client, "c-7", 1000m, "2025-03-10", "A-99"),
            "kept" => app.DoAsync(
                app.Alpha.StaffToken,
                StreamSample.Retention.Operation,
                Arrival.WithEnd(StreamSample.Retention.Input(client, "kept", ("contactReferences", """["c-7"]""")), "2026-01-01")
            ),
            _ => app.DoAsync(app.Alpha.StaffToken, StreamSample.IndirectSale.Operation, Helped(client, "A-99")),
        };

    // Seen visits before the order, with a proof, are grade B; a customer's word is C.
    private static JsonObject Helped(string client, string order, string reference = "helped", int visitsOfTwenty = 5)
    {
        var input = StreamSample.IndirectSale.Input(
            client,
            reference,
            ("orderReference", $"\"{order}\""),
            ("origin", "\"MULTI_VISIT\""),
            ("reportedShare", "null"),
            ("visits", $"{visitsOfTwenty}"),
            ("allVisits", "20")
        );
        input["evidenceGrade"] = "B";
        input["evidence"] = new JsonArray(new JsonObject { ["kind"] = "SYSTEM_RECORD", ["reference"] = "web analytics" });
        return input;
    }

    private static (string Stream, string, decimal) Cut(JsonElement cut) => (cut.Text("stream"), cut.Text("reason"), cut.Amount("cut"));
}
