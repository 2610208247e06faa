using System.Text.Json;

namespace AgencyRoi.Tests.Streams;

/// <summary>Each overlap of the methodology's section 15 that needs no journeys: counted once, shown as cut, whichever fact comes first.</summary>
public sealed class OverlapTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_shared_between_its_sale_and_who_helped_it(bool isSaleFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await InOrderAsync(
            isSaleFirst,
            () => app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 1000m, channelId: channel, externalReference: "A-99")),
            () => app.StreamFactAsync(app.Alpha, StreamSample.IndirectSale, client, "H-1")
        );

        // Both are grade C and of one day: the sale is the earlier stream.
        Assert.Equal(1000m, (await app.StreamAsync(app.Alpha, client, "DIRECT_SALES")).Value);
        Assert.Equal(0m, (await app.StreamAsync(app.Alpha, client, "INDIRECT_SALES")).Value);
        var cut = Assert.Single(await OverlapsAsync(client));
        Assert.Equal(("order:A-99", "STRONGER_CLAIM", 100m), (cut.Text("unit"), cut.Text("reason"), cut.Amount("cut")));
        Assert.Equal("A-99", cut.List("servedBefore").Single().Text("externalReference"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_kept_customers_order_is_taken_off_their_worth(bool isSaleFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        await InOrderAsync(
            isSaleFirst,
            () => SaleOfAsync(client, "c-7", 400m, "2025-03-20"),
            () =>
                app.DoAsync(
                    app.Alpha.AnalystToken,
                    StreamSample.Retention.Operation,
                    WithEnd(StreamSample.Retention.Input(client, "R-1", ("contactReferences", """["c-7","c-8"]""")), "2025-12-31")
                )
        );

        Assert.Equal(2100m, (await app.StreamAsync(app.Alpha, client, "RELATIONSHIPS")).Value);
        var cut = Assert.Single(await OverlapsAsync(client));
        Assert.Equal(("SALES_COUNTED", 400m), (cut.Text("reason"), cut.Amount("cut")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Orders_of_a_referred_customer_are_taken_off_the_lifetime_value(bool isSaleFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        await InOrderAsync(
            isSaleFirst,
            () => SaleOfAsync(client, "c-2", 200m, "2025-06-01"),
            () => app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1")
        );

        // (600 - 200) × 0.5 + 50 - 20.
        Assert.Equal(230m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
        Assert.Equal("SALES_COUNTED", Assert.Single(await OverlapsAsync(client)).Text("reason"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_and_the_priced_traffic_of_its_page_exclude_each_other(bool isTrafficFirst)
    {
        var client = await app.ClientAsync(app.Alpha);
        await InOrderAsync(
            isTrafficFirst,
            () => PricedMonthAsync(client, "https://bakery.example/bread", "2025-04-01"),
            () => app.StreamFactAsync(app.Alpha, StreamSample.Backlink, client, "L-1", ("targetPage", "\"https://bakery.example/bread\""))
        );

        // April's 90 is in the traffic.
        Assert.Equal(181m, (await app.StreamAsync(app.Alpha, client, "AUTHORITY")).Value);
        var cut = Assert.Single(await OverlapsAsync(client));
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
        await InOrderAsync(
            isEarlierFirst,
            () => app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1"),
            () => app.DoAsync(app.Alpha.AnalystToken, StreamSample.Referral.Operation, later)
        );

        Assert.Equal(330m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
        var cut = Assert.Single(await OverlapsAsync(client));
        Assert.Equal(("OUTSIDE_CHAIN", "R-2"), (cut.Text("reason"), cut.Text("externalReference")));
    }

    [Fact]
    public async Task A_referral_takes_the_place_of_one_that_is_taken_back()
    {
        var client = await app.ClientAsync(app.Alpha);
        var first = await app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1");
        var later = StreamSample.Referral.Input(client, "R-2", ("reward", "0"));
        later["occurredOn"] = "2025-04-10";
        await app.DoAsync(app.Alpha.AnalystToken, StreamSample.Referral.Operation, later);

        await app.DoAsync(
            app.Alpha.AnalystToken,
            "stream-facts/RetractStreamFact",
            new { id = first.Text("id"), version = first.Long("version") }
        );

        Assert.Equal(350m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
        Assert.Empty(await OverlapsAsync(client));
    }

    private static async Task InOrderAsync(bool isForward, params Func<Task<JsonElement>>[] steps)
    {
        foreach (var step in isForward ? steps : steps.Reverse())
            await step();
    }

    private static System.Text.Json.Nodes.JsonObject WithEnd(System.Text.Json.Nodes.JsonObject input, string endsOn)
    {
        input["endsOn"] = endsOn;
        return input;
    }

    private async Task<JsonElement> SaleOfAsync(string clientId, string contactReference, decimal amount, string occurredOn) =>
        await app.SaleAsync(
            app.Alpha,
            new
            {
                clientId,
                type = "SALE",
                occurredOn,
                amount,
                currency = "USD",
                contactReference,
                channelId = await app.ChannelAsync(app.Alpha, clientId),
            }
        );

    private async Task<JsonElement> PricedMonthAsync(string clientId, string targetPage, string month)
    {
        await app.DoAsync(
            app.Alpha.AnalystToken,
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
            app.Alpha.AnalystToken,
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

    private async Task<JsonElement[]> OverlapsAsync(string client) =>
        (await app.SendAsync(app.Alpha.AnalystToken, "overlaps/Overlaps", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .List("overlaps");
}
