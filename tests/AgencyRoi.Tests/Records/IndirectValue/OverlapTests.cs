using System.Text.Json;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>Each overlap of the methodology's section 15 that needs no journeys: counted once, shown as cut, whichever fact comes first.</summary>
public sealed class OverlapTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_kept_customers_order_is_taken_off_their_worth(bool isSaleFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        await Arrival.InOrderAsync(
            isSaleFirst,
            () => app.SaleOfAsync(client, "c-7", 400m, "2025-03-20"),
            () =>
                app.DoAsync(
                    app.Alpha.StaffToken,
                    StreamSample.Retention.Operation,
                    Arrival.WithEnd(StreamSample.Retention.Input(client, "R-1", ("contactReferences", """["c-7","c-8"]""")), "2026-01-01")
                )
        );

        Assert.Equal(2100m, (await app.StreamAsync(app.Alpha, client, "RELATIONSHIPS")).Value);
        var cut = Assert.Single(await app.OverlapsAsync(client));
        Assert.Equal(("SALES_COUNTED", 400m), (cut.Text("reason"), cut.Amount("cut")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refund_of_an_order_from_before_neither_adds_to_the_worth_of_a_customer_nor_is_refused(bool isRefundFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        var sale = await app.SaleOfAsync(client, "c-2", 400m, "2025-01-20");
        await Arrival.InOrderAsync(
            isRefundFirst,
            () => app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 100m, "2025-03-10")),
            async () =>
            {
                await app.StreamFactAsync(app.Alpha, StreamSample.Retention, client, "R-1", ("contactReferences", """["c-2"]"""));
                return await app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1");
            }
        );

        Assert.Equal(2500m, (await app.StreamAsync(app.Alpha, client, "RELATIONSHIPS")).Value);
        Assert.Equal(330m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
    }

    [Fact]
    public async Task Revenue_that_other_streams_hold_is_left_out_of_what_a_rating_moves()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 40_000m, channelId: await app.ChannelAsync(app.Alpha, client)));

        await app.StreamFactAsync(app.Alpha, StreamSample.ReputationChange, client, "S-1", ("revenueAttributed", "40000"));

        // (100,000 - 40,000) x half a star x 7 %.
        Assert.Equal(2100m, (await app.StreamAsync(app.Alpha, client, "REPUTATION")).Value);
    }

    [Fact]
    public async Task Earned_media_is_a_memo_and_adds_nothing_to_anything()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        var before = (await app.RoiAsync(app.Alpha, client)).ToString();

        var memo = await app.AskAsync(
            app.Alpha.StaffToken,
            "query ($c: ID!) { client(id: $c) { earnedMediaValue(impressions: 250000, costPerThousand: 10, share: 0.85) { amount { amount } evidenceGrade } } }",
            new { c = client }
        );

        var shown = memo.GetProperty("data").GetProperty("client").GetProperty("earnedMediaValue");
        Assert.Equal((2125m, "E"), (shown.Amount("amount"), shown.Text("evidenceGrade")));
        Assert.Equal(before, (await app.RoiAsync(app.Alpha, client)).ToString());
        Assert.Empty(await app.OverlapsAsync(client));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Orders_of_a_referred_customer_are_taken_off_the_lifetime_value(bool isSaleFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        await Arrival.InOrderAsync(
            isSaleFirst,
            () => app.SaleOfAsync(client, "c-2", 200m, "2025-06-01"),
            () => app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1")
        );

        // (600 - 200) × 0.5 + 50 - 20.
        Assert.Equal(230m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
        Assert.Equal("SALES_COUNTED", Assert.Single(await app.OverlapsAsync(client)).Text("reason"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_and_the_priced_traffic_of_its_page_exclude_each_other(bool isTrafficFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        await Arrival.InOrderAsync(
            isTrafficFirst,
            () => PricedMonthAsync(client, "https://bakery.example/bread", "2025-04-01"),
            () => app.StreamFactAsync(app.Alpha, StreamSample.Backlink, client, "L-1", ("targetPage", "\"https://bakery.example/bread\""))
        );

        // April's 90 is in the traffic.
        Assert.Equal(181m, (await app.StreamAsync(app.Alpha, client, "AUTHORITY")).Value);
        var cut = Assert.Single(await app.OverlapsAsync(client));
        Assert.Equal(("TRAFFIC_PRICED", 90m), (cut.Text("reason"), cut.Amount("cut")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_came_by_one_referral(bool isEarlierFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        var later = StreamSample.Referral.Input(client, "R-2", ("referrer", "\"c-9\""));
        later["occurredOn"] = "2025-04-10";
        await Arrival.InOrderAsync(
            isEarlierFirst,
            () => app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1"),
            () => app.DoAsync(app.Alpha.StaffToken, StreamSample.Referral.Operation, later)
        );

        Assert.Equal(330m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
        var cut = Assert.Single(await app.OverlapsAsync(client));
        Assert.Equal(("OUTSIDE_CHAIN", "R-2"), (cut.Text("reason"), cut.Text("externalReference")));
    }

    [Fact]
    public async Task A_referral_takes_the_place_of_one_that_is_taken_back()
    {
        var client = await app.ClientAsync(app.Alpha);
        var first = await app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1");
        var later = StreamSample.Referral.Input(client, "R-2", ("reward", "0"));
        later["occurredOn"] = "2025-04-10";
        await app.DoAsync(app.Alpha.StaffToken, StreamSample.Referral.Operation, later);

        await app.DoAsync(
            app.Alpha.StaffToken,
            "stream-facts/RetractStreamFact",
            new { id = first.Text("id"), version = first.Long("version") }
        );

        Assert.Equal(350m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
        Assert.Empty(await app.OverlapsAsync(client));
    }

    private async Task<JsonElement> PricedMonthAsync(string clientId, string targetPage, string month)
    {
        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/RecordKeywordVisits",
            new
            {
                clientId,
                keyword = "bread",
                country = "US",
                month,
                visits = 10m,
                targetPage,
            }
        );
        return await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/SetKeywordPrice",
            new
            {
                clientId,
                keyword = "bread",
                country = "US",
                month,
                amount = 1m,
                currency = "USD",
                source = "the tool",
            }
        );
    }
}
