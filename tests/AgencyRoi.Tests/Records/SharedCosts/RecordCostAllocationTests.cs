using System.Text.Json;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Records.SharedCosts;

public sealed class RecordCostAllocationTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task By_hours_to_the_cent_and_run_again_it_changes_nothing_until_something_else_is_true()
    {
        var (a, b) = (await app.ClientAsync(app.Alpha, "Hours A"), await app.ClientAsync(app.Alpha, "Hours B"));
        var house = await HouseAsync(app.Alpha);
        await SharedAsync(house, 1000m, "2025-01-15", "PLATFORM");
        foreach (var (client, days) in new[] { (a, 29), (b, 5) })
        {
            var person = await app.PersonAsync(app.Alpha);
            for (var day = 1; day <= days; day++)
                await app.TimeAsync(app.Alpha, client, person, 5m, $"2025-01-{day:00}");
        }

        var first = await AllocateAsync(New("2025-01-01", "PLATFORM", "HOURS"));
        var before = await EntriesAsync();
        var again = await AllocateAsync(New("2025-01-31", "PLATFORM", "HOURS"));
        var after = await EntriesAsync();

        Assert.Equal([852.94m, 147.06m], Amounts(first, a, b));
        Assert.Equal((1000m, 1000m, 0m), (first.Amount("pool"), first.Amount("allocated"), first.Amount("unallocated")));
        Assert.Equal((first.Long("version"), 1, before), (again.Long("version"), again.Long("revision"), after));
        Assert.Equal((0m, 852.94m, 147.06m), (await CostAsync(house), await CostAsync(a), await CostAsync(b)));

        await SharedAsync(house, 100.01m, "2025-01-20", "PLATFORM");
        var half = await AllocateAsync(New("2025-01-01", "PLATFORM", "EQUAL", 0.5m));
        Assert.Equal((1100.01m, 550.01m), (half.Amount("pool"), half.Amount("allocated")));
        Assert.Equal(1100.01m, await CostAsync(house) + half.Amount("allocated"));

        var reversed = await app.DoAsync(
            app.Alpha.StaffToken,
            "shared-costs/RetractCostAllocation",
            new { id = half.Text("id"), version = half.Long("version") }
        );
        Assert.Equal(0m, reversed.Amount("allocated"));
        Assert.Equal((1100.01m, 0m, 0m), (await CostAsync(house), await CostAsync(a), await CostAsync(b)));
    }

    [Fact]
    public async Task A_basis_that_is_zero_falls_back_and_says_so_and_a_currency_is_converted_at_the_end_of_the_month()
    {
        await app.RateAsync(app.Beta, "GBP", "EUR", 1.25m, "2025-02-28");
        var (a, b, c) = (
            await app.ClientAsync(app.Beta, "Fee A", "EUR"),
            await app.ClientAsync(app.Beta, "Fee B", "GBP"),
            await app.ClientAsync(app.Beta, "Fee C", "EUR")
        );
        var house = await HouseAsync(app.Beta);
        var cost = Bookkeeping.NewCost(house, 100m, "2025-02-10", "EUR", "OVERHEAD", "AGENCY");
        await app.CostAsync(app.Beta, cost);

        var even = await AllocateAsync(New("2025-02-01", "OVERHEAD", "HOURS"), app.Beta);
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(a, 300m, "2025-02-28", "EUR", "AGENCY_FEE"));
        var byFee = await AllocateAsync(New("2025-02-01", "OVERHEAD", "HOURS"), app.Beta);

        Assert.Equal("EQUAL", even.Text("usedBasis"));
        Assert.Equal([33.33m, 33.33m, 33.34m], Amounts(even, a, b, c).Order());
        Assert.Equal("AGENCY_FEES", byFee.Text("usedBasis"));
        Assert.Equal([100m], Amounts(byFee, a));
        var weights = await AllocateAsync(
            new
            {
                month = "2025-02-01",
                category = "OVERHEAD",
                basis = "WEIGHTS",
                weights = new[] { new { clientId = b, weight = 2m } },
            },
            app.Beta
        );
        Assert.Equal([100m], Amounts(weights, b));
        var roi = await app.RoiAsync(app.Beta, b, viewpoint: "AGENCY");
        Assert.Equal((80m, "GBP"), (roi.Amount(), roi.Text("currencyCode")));
    }

    [Fact]
    public async Task The_clients_revenue_and_the_agencys_fees_are_two_bases()
    {
        var (shop, hotel) = (await app.ClientAsync(app.Alpha, "Shop"), await app.ClientAsync(app.Alpha, "Hotel", "EUR"));
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.25m, "2025-06-01", "MONTH");
        await SharedAsync(await HouseAsync(app.Alpha), 1000m, "2025-06-10", "RESEARCH");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(shop, 100m, "2025-06-05", category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(hotel, 240m, "2025-06-05", "EUR", "AGENCY_FEE"));
        // Neither sale has a channel: what the agency did not bring is revenue of the client all the same.
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(shop, 700m, "2025-06-20"));
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(hotel, 240m, "2025-06-20", "EUR"));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(shop, 5_000m, "2025-07-01"));

        var byFees = await AllocateAsync(New("2025-06-01", "RESEARCH", "AGENCY_FEES"));
        var byRevenue = await AllocateAsync(New("2025-06-01", "RESEARCH", "CLIENT_REVENUE"));
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 240m, "2025-06-30"));
        var refunded = await AllocateAsync(New("2025-06-01", "RESEARCH", "CLIENT_REVENUE"));

        Assert.Equal([250m, 750m], Amounts(byFees, shop, hotel));
        Assert.Equal([700m, 300m], Amounts(byRevenue, shop, hotel));
        Assert.Equal([1000m], Amounts(refunded, shop));
        Assert.Equal(("CLIENT_REVENUE", "CLIENT_REVENUE"), (refunded.Text("basis"), refunded.Text("usedBasis")));
    }

    [Fact]
    public async Task Revenue_that_nobody_had_falls_back_to_fees()
    {
        var client = await app.ClientAsync(app.Alpha, "Fees alone");
        await SharedAsync(await HouseAsync(app.Alpha), 100m, "2025-09-10", "CONFERENCE");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 80m, "2025-09-05", category: "AGENCY_FEE"));

        var allocation = await AllocateAsync(New("2025-09-01", "CONFERENCE", "CLIENT_REVENUE"));

        Assert.Equal(("CLIENT_REVENUE", "AGENCY_FEES"), (allocation.Text("basis"), allocation.Text("usedBasis")));
        Assert.Equal([100m], Amounts(allocation, client));
    }

    [Fact]
    public async Task Shares_and_weights_that_make_no_sense_are_refused_and_restricted_tokens_see_nothing()
    {
        var client = await app.ClientAsync(app.Alpha, "Sensible");
        var nobody = GlobalId.Format("Client", Guid.CreateVersion7());
        object Weights(params (string ClientId, decimal Weight)[] weights) =>
            new
            {
                month = "2025-05-01",
                category = "OTHER",
                basis = "WEIGHTS",
                weights = weights.Select(each => new { clientId = each.ClientId, weight = each.Weight }),
            };

        Assert.Equal(["SHARE_OUT_OF_RANGE input.share"], await RefusedAsync(New("2025-05-01", "OTHER", "EQUAL", 1.01m)));
        Assert.Equal(["NOT_FOUND input.weights.1.clientId"], await RefusedAsync(Weights((client, 1m), (nobody, 1m))));
        Assert.Equal(["BAD_INPUT input.weights.1.clientId"], await RefusedAsync(Weights((client, 1m), (client, 2m))));
        Assert.Equal(["BAD_INPUT input.weights"], await RefusedAsync(Weights((client, 0m))));
        var token = await app.TokenForAsync(app.Alpha, client);
        Assert.Equal(
            ["FORBIDDEN"],
            await app.RefusalAsync(token, "shared-costs/RecordCostAllocation", New("2025-05-01", "OTHER", "EQUAL"))
        );
        Assert.Contains("FORBIDDEN", (await app.AnswerAsync(token, "shared-costs/CostAllocations")).ToString());
    }

    private static object New(string month, string category, string basis, decimal share = 1m) =>
        new
        {
            month,
            category,
            basis,
            share,
        };

    private Task<JsonElement> AllocateAsync(object input, TestAgency? agency = null) =>
        app.DoAsync((agency ?? app.Alpha).StaffToken, "shared-costs/RecordCostAllocation", input);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "shared-costs/RecordCostAllocation", input);

    private Task<JsonElement> SharedAsync(string house, decimal amount, string occurredOn, string category, TestAgency? agency = null) =>
        app.CostAsync(agency ?? app.Alpha, Bookkeeping.NewCost(house, amount, occurredOn, category: category, paidBy: "AGENCY"));

    private async Task<decimal> CostAsync(string client) => (await app.RoiAsync(app.Alpha, client, viewpoint: "AGENCY")).Amount();

    private static decimal[] Amounts(JsonElement allocation, params string[] clients) =>
        [
            .. clients.Select(client =>
                allocation
                    .GetProperty("shares")
                    .List("nodes")
                    .Single(share => share.GetProperty("client").Text("id") == client)
                    .Amount("amount")
            ),
        ];

    private async Task<object?> EntriesAsync() => await app.Database.AsSuperuserAsync("select count(*) from app.ledger_entries");

    private async Task<string> HouseAsync(TestAgency agency)
    {
        var answer = await app.AskAsync(agency.StaffToken, "{ clients(includeHouse: true, first: 100) { nodes { id kind } } }");
        var clients = answer.GetProperty("data").GetProperty("clients").List("nodes");
        return clients.Single(client => client.Text("kind") == "HOUSE").Text("id");
    }
}
