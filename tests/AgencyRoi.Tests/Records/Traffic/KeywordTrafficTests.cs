using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.IndirectValue;

namespace AgencyRoi.Tests.Records.Traffic;

public sealed class KeywordTrafficTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Converting_visits_are_held_out_and_shown_as_cut()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 3000m, channelId: await app.ChannelAsync(app.Alpha, client)));
        await PriceAsync(client, 2m);

        await VisitsAsync(client, 1000m, converting: 40m);

        Assert.Equal((1920m, 480m), await app.StreamAsync(app.Alpha, client, "TRAFFIC"));
        Assert.Equal(3000m, (await app.StreamAsync(app.Alpha, client, "DIRECT_SALES")).Value);
        var cut = Assert.Single(await OverlapsAsync(client));
        Assert.Equal(("CONVERTING_VISITS", "TRAFFIC", 80m), (cut.Text("reason"), cut.Text("stream"), cut.Amount("cut")));
        var roi = await app.RoiAsync(app.Alpha, client);
        Assert.Equal(1920m, roi.GetProperty("costAvoided").Amount("value"));
    }

    [Fact]
    public async Task A_term_waits_for_its_price_and_is_posted_once_when_it_comes()
    {
        var client = await app.ClientAsync(app.Alpha);
        await VisitsAsync(client, 100m, keyword: "  Sourdough   BREAD ");
        Assert.Equal(
            ["sourdough bread"],
            (await LeftOutAsync(client)).GetProperty("unpriced").List("nodes").Select(item => item.Text("keyword"))
        );
        Assert.Equal(0m, (await app.StreamAsync(app.Alpha, client, "TRAFFIC")).Value);

        await PriceAsync(client, 1.5m, "sourdough bread");
        Assert.Equal(150m, (await app.StreamAsync(app.Alpha, client, "TRAFFIC")).Value);
        Assert.Empty((await LeftOutAsync(client)).GetProperty("unpriced").List("nodes"));

        // What is posted keeps its price; a correction of the visits takes the price of now.
        await PriceAsync(client, 9m, "sourdough bread");
        Assert.Equal(150m, (await app.StreamAsync(app.Alpha, client, "TRAFFIC")).Value);
    }

    [Fact]
    public async Task The_price_that_visits_were_valued_by_keeps_its_currency_when_the_price_gets_another()
    {
        var client = await app.ClientAsync(app.Alpha);
        await PriceAsync(client, 2m);
        await VisitsAsync(client, 100m, converting: 10m);

        await app.RateAsync(app.Alpha, "EUR", "USD", 1.1m, "2025-03-01", "MONTH");
        await PriceAsync(client, 3m, currency: "EUR");

        var traffic = await app.SendAsync(app.Alpha.StaffToken, "traffic/Traffic", new { client, period = Bookkeeping.Period() });
        var valuedBy = traffic.GetProperty("client").GetProperty("keywordVisits").List("nodes").Single().GetProperty("costPerClick");
        Assert.Equal((2m, "USD"), (valuedBy.GetProperty("amount").GetDecimal(), valuedBy.Text("currencyCode")));
        var cut = Assert.Single(await OverlapsAsync(client)).GetProperty("cut");
        Assert.Equal((20m, "USD"), (cut.GetProperty("amount").GetDecimal(), cut.Text("currencyCode")));
    }

    [Fact]
    public async Task Brand_terms_stand_apart_and_bought_clicks_are_out()
    {
        var client = await app.ClientAsync(app.Alpha);
        await PriceAsync(client, 2m, "bakery alpha");
        await PriceAsync(client, 2m, "bread");
        await VisitsAsync(client, 100m, keyword: "bakery alpha", isBrand: true);
        await VisitsAsync(client, 50m, keyword: "bread", isPaid: true);

        Assert.Equal(0m, (await app.StreamAsync(app.Alpha, client, "TRAFFIC")).Value);
        var left = await LeftOutAsync(client);
        Assert.Equal(
            (200m, 50m),
            (left.GetProperty("brand").List("nodes").Single().Amount("value"), left.GetProperty("paidVisits").GetDecimal())
        );
    }

    [Fact]
    public async Task Rows_of_one_term_are_counted_together_and_one_that_is_taken_back_leaves_the_others()
    {
        var client = await app.ClientAsync(app.Alpha);
        await PriceAsync(client, 2m);
        var first = await VisitsAsync(client, 100m);
        await VisitsAsync(client, 30m);
        Assert.Equal(260m, (await app.StreamAsync(app.Alpha, client, "TRAFFIC")).Value);

        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/RetractKeywordVisits",
            new { id = first.Text("id"), version = first.Long("version") + 1 }
        );

        Assert.Equal(60m, (await app.StreamAsync(app.Alpha, client, "TRAFFIC")).Value);
    }

    [Fact]
    public async Task A_market_that_does_not_exist_has_a_code_of_its_own_and_changes_nothing()
    {
        var client = await app.ClientAsync(app.Alpha);

        var refusal = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "traffic/RecordKeywordVisits",
            NewVisits(client, 100m, 101m, "bread", country: "XX")
        );

        Assert.Equal(["UNKNOWN_MARKET input.country", "BAD_INPUT input.convertingVisits"], refusal);
    }

    [Fact]
    public async Task Files_of_visits_and_prices_say_the_same_in_any_order()
    {
        var client = await app.ClientAsync(app.Alpha);
        var visits =
            $"client,external_reference,keyword,country,month,visits,converting_visits\n{client},V-1,bread,US,2025-03-01,1000,40\n";
        var prices = $"client,keyword,country,month,amount,currency,source\n{client},Bread,US,2025-03-31,2.00,USD,the tool\n";

        Assert.Equal((1, 0, 0, 0), (await app.ImportAsync(app.Alpha.StaffToken, "keyword-visits", visits)).Counts());
        Assert.Equal((1, 0, 0, 0), (await app.ImportAsync(app.Alpha.StaffToken, "keyword-prices", prices)).Counts());
        Assert.Equal((0, 0, 1, 0), (await app.ImportAsync(app.Alpha.StaffToken, "keyword-visits", visits)).Counts());
        Assert.Equal((0, 0, 1, 0), (await app.ImportAsync(app.Alpha.StaffToken, "keyword-prices", prices)).Counts());

        Assert.Equal(1920m, (await app.StreamAsync(app.Alpha, client, "TRAFFIC")).Value);
    }

    [Theory]
    [InlineData("a first one")]
    [InlineData("butter")]
    public async Task A_term_that_comes_between_two_pages_neither_doubles_nor_skips_another(string comes)
    {
        var client = await app.ClientAsync(app.Alpha);
        foreach (var keyword in new[] { "bread", "cake", "roll" })
            await VisitsAsync(client, 100m, keyword: keyword);
        var first = await UnpricedAsync(client, null);

        await VisitsAsync(client, 100m, keyword: comes);

        string[] after = comes == "butter" ? ["butter", "cake"] : ["cake", "roll"];
        Assert.Equal("bread", Terms(first).Single());
        Assert.Equal(after, Terms(await UnpricedAsync(client, CursorOf(first), size: 2)));
    }

    [Fact]
    public async Task A_cursor_of_another_client_or_list_is_refused()
    {
        var (one, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        foreach (var client in new[] { one, other })
        foreach (var keyword in new[] { "bread", "cake" })
            await VisitsAsync(client, 100m, keyword: keyword);
        var cursor = CursorOf(await UnpricedAsync(one, null));

        Assert.Equal("cake", Terms(await UnpricedAsync(one, cursor)).Single());
        Assert.Equal("BAD_CURSOR", CodeOf(await UnpricedAsync(other, cursor)));
        Assert.Equal("BAD_CURSOR", CodeOf(await UnpricedAsync(one, cursor, list: "brand")));
    }

    private Task<JsonElement> UnpricedAsync(string client, string? after, int size = 1, string list = "unpriced") =>
        app.AskAsync(
            app.Alpha.StaffToken,
            $$"""
            query($client: ID!, $period: PeriodInput!, $after: String) {
              client(id: $client) { trafficLeftOut(period: $period) {
                terms: {{list}}(first: {{size}}, after: $after) { nodes { keyword } pageInfo { endCursor } }
              } }
            }
            """,
            new
            {
                client,
                period = Bookkeeping.Period(),
                after,
            }
        );

    private static JsonElement PageOf(JsonElement answer) =>
        answer.GetProperty("data").GetProperty("client").GetProperty("trafficLeftOut").GetProperty("terms");

    private static IEnumerable<string> Terms(JsonElement answer) => PageOf(answer).List("nodes").Select(item => item.Text("keyword"));

    private static string CursorOf(JsonElement answer) => PageOf(answer).GetProperty("pageInfo").Text("endCursor");

    private static string CodeOf(JsonElement answer) => answer.List("errors").Single().GetProperty("extensions").Text("code");

    private Task<JsonElement> VisitsAsync(
        string client,
        decimal visits,
        decimal converting = 0m,
        string keyword = "bread",
        bool isPaid = false,
        bool isBrand = false
    ) => app.DoAsync(app.Alpha.StaffToken, "traffic/RecordKeywordVisits", NewVisits(client, visits, converting, keyword, isPaid, isBrand));

    private static object NewVisits(
        string clientId,
        decimal visits,
        decimal convertingVisits,
        string keyword,
        bool isPaid = false,
        bool isBrand = false,
        string country = "US"
    ) =>
        new
        {
            clientId,
            keyword,
            country,
            month = "2025-03-15",
            visits,
            convertingVisits,
            isPaid,
            isBrand,
        };

    private Task<JsonElement> PriceAsync(string clientId, decimal amount, string keyword = "bread", string currency = "USD") =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/SetKeywordPrice",
            new
            {
                clientId,
                keyword,
                country = "US",
                month = "2025-03-01",
                amount,
                currency,
                source = "the tool",
            }
        );

    private async Task<JsonElement> LeftOutAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "traffic/Traffic", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .GetProperty("trafficLeftOut");

    private async Task<JsonElement[]> OverlapsAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "overlaps/Overlaps", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .GetProperty("overlaps")
            .List("nodes");
}
