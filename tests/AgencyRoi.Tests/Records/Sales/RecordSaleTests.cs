using System.Text.Json;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.Tests.Records.Sales;

public sealed class RecordSaleTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_sale_without_a_known_margin_counts_as_revenue_and_with_one_by_the_margin_of_its_posting()
    {
        var client = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Shop"));
        var campaign = await app.CampaignAsync(app.Alpha, client.Text("id"), "Spring");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client.Text("id"), 200m, campaignId: campaign));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id = client.Text("id"),
                version = client.Long("version"),
                margin = 0.4m,
            }
        );

        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client.Text("id"), 100m, campaignId: campaign));
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "sales/Sale", new { id = sale.Text("id") })).GetProperty("node");
        var entries = await app.EntriesAsync(app.Alpha, client.Text("id"));

        Assert.Equal(
            (0.4m, 100m, true),
            (read.GetProperty("margin").GetDecimal(), read.Amount("amount"), read.GetProperty("isAttributed").GetBoolean())
        );
        Assert.Equal(240m, (await app.RoiAsync(app.Alpha, client.Text("id"))).Value("direct"));
        Assert.Equal([("REVENUE", 200m), ("MARGIN", 40m)], entries.Select(entry => (entry.Text("basis"), entry.Amount("amount"))));
    }

    [Fact]
    public async Task A_sale_that_no_work_of_the_agency_brought_is_kept_and_counts_as_nothing()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var stray = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 500m));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, channelId: channel));

        var unattributed = (await app.SendAsync(app.Alpha.OwnerToken, "sales/UnattributedSales", new { client }))
            .GetProperty("client")
            .GetProperty("sales");

        Assert.Equal(stray.ToString(), Assert.Single(unattributed.List("nodes")).ToString());
        Assert.Equal(100m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task A_conversion_without_an_amount_takes_its_goals_value_of_the_day()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        await app.ValueAsync(app.Alpha, goal, "2025-06-01", 8m);
        object Lead(string day, string? of) =>
            Bookkeeping.NewSale(client, null, day, type: "LEAD", quantity: 3m, campaignId: campaign, goalId: of);

        await app.SaleAsync(app.Alpha, Lead("2025-05-31", goal));
        await app.SaleAsync(app.Alpha, Lead("2025-06-01", goal));
        var roi = await app.RoiAsync(app.Alpha, client);

        Assert.Equal(39m, roi.Value("direct"));
        Assert.Equal("CONVERSIONS", Assert.Single(roi.List("byStream")).Text("stream"));
        Assert.Equal(["GOAL_WITHOUT_VALUE input.occurredOn"], await RefusedAsync(Lead("2024-12-31", goal)));
        Assert.Equal(["BAD_INPUT input.amount"], await RefusedAsync(Lead("2025-06-01", null)));
        Assert.Equal(["NOT_FOUND input.goalId"], await RefusedAsync(Lead("2025-06-01", Unknown("Goal"))));
        var sister = await app.ClientAsync(app.Alpha, "Sister");
        Assert.Equal(["NOT_FOUND input.goalId"], await RefusedAsync(Lead("2025-06-01", await app.PricedGoalAsync(app.Alpha, sister, 5m))));
        var foreign = await app.ClientAsync(app.Beta, "Foreign", "EUR");
        Assert.Equal(
            ["NOT_FOUND input.goalId"],
            await RefusedAsync(Lead("2025-06-01", await app.PricedGoalAsync(app.Beta, foreign, 5m, currency: "EUR")))
        );
    }

    [Fact]
    public async Task The_same_reference_again_changes_nothing_and_with_other_content_it_is_a_correction()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        object Order(decimal amount) => Bookkeeping.NewSale(client, amount, campaignId: campaign, externalReference: "order-1");

        var first = await app.SaleAsync(app.Alpha, Order(100m));
        var again = await app.SaleAsync(app.Alpha, Order(100.00m));
        var other = await app.SaleAsync(app.Alpha, Order(120m));

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal((first.Text("id"), 2L), (other.Text("id"), other.Long("revision")));
        Assert.Equal([100m, -100m, 120m], (await app.EntriesAsync(app.Alpha, client)).Select(entry => entry.Amount("amount")));
        Assert.Equal(120m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task A_sale_is_refused_without_money_below_zero_and_without_a_rate()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(["BAD_INPUT input.amount", "BAD_INPUT input.amount"], await RefusedAsync(Bookkeeping.NewSale(client, null)));
        Assert.Equal(["BAD_INPUT input.currency"], await RefusedAsync(Bookkeeping.NewSale(client, 5m, currency: null)));
        Assert.Equal(["NEGATIVE_AMOUNT input.amount"], await RefusedAsync(Bookkeeping.NewSale(client, -5m)));
        Assert.Equal(["NEGATIVE_AMOUNT input.quantity"], await RefusedAsync(Bookkeeping.NewSale(client, 5m, quantity: -1m)));
        Assert.Equal(["NO_EXCHANGE_RATE input.currency"], await RefusedAsync(Bookkeeping.NewSale(client, 5m, currency: "CHF")));
        var sales = (await app.SendAsync(app.Alpha.OwnerToken, "sales/Sales", new { client })).GetProperty("client").GetProperty("sales");
        Assert.Equal(0, sales.Long("totalCount"));
    }

    [Fact]
    public async Task What_is_not_the_callers_is_refused_like_what_does_not_exist()
    {
        var mine = await app.ClientAsync(app.Alpha, "Mine");
        var sister = await app.ClientAsync(app.Alpha, "Sister");
        var foreign = await app.ClientAsync(app.Beta, "Foreign", "EUR");
        var restricted = await app.RestrictedTokenAsync(app.Alpha, mine);

        foreach (var client in new[] { foreign, Unknown("Client") })
            Assert.Equal(["NOT_FOUND input.clientId"], await RefusedAsync(Bookkeeping.NewSale(client)));
        Assert.Equal(["NOT_FOUND input.clientId"], await app.RefusalAsync(restricted, "sales/RecordSale", Bookkeeping.NewSale(sister)));
        foreach (var channel in new[] { await app.ChannelAsync(app.Alpha, sister), Unknown("Channel") })
            Assert.Equal(["NOT_FOUND input.channelId"], await RefusedAsync(Bookkeeping.NewSale(mine, channelId: channel)));
    }

    private static string Unknown(string type) => GraphQL.Binding.Relay.GlobalId.Format(type, Guid.CreateVersion7());

    private Task<string[]> RefusedAsync(object sale) => app.RefusalAsync(app.Alpha.StaffToken, "sales/RecordSale", sale);
}
