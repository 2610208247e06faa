using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.Tests.Records.Costs;

public sealed class RecordCostTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_cost_is_read_back_as_it_was_given_and_counts_in_the_return()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);

        var cost = await app.CostAsync(
            app.Alpha,
            Bookkeeping.NewCost(
                client,
                1234.5678901234m,
                channelId: channel,
                campaignId: campaign,
                goalId: goal,
                description: "Boosted posts",
                externalReference: "bill-1"
            )
        );
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "costs/Cost", new { id = cost.Text("id") })).GetProperty("node");
        var roi = await app.RoiAsync(app.Alpha, client);

        Assert.Equal(cost.ToString(), read.ToString());
        Assert.Equal(
            (1234.5678901234m, "Boosted posts", "bill-1"),
            (read.Amount("amount"), read.Text("description"), read.Text("externalReference"))
        );
        Assert.Equal(
            ("Bakery", "Page", "Spring", "Enquiries"),
            (
                read.GetProperty("client").Text("name"),
                read.GetProperty("channel").Text("name"),
                read.GetProperty("campaign").Text("name"),
                read.GetProperty("goal").Text("name")
            )
        );
        Assert.Equal(1234.57m, roi.Amount());
        Assert.Equal(1234.57m, Assert.Single(roi.List("byChannel")).Amount());
    }

    [Fact]
    public async Task The_same_reference_again_changes_nothing_and_with_other_content_it_is_a_correction()
    {
        var client = await app.ClientAsync(app.Alpha);

        var first = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, externalReference: "bill-2"));
        var again = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100.00m, externalReference: "bill-2"));
        var entries = await EntriesAsync(client);
        var other = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 70m, "2025-03-12", externalReference: "bill-2"));

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal(["100"], entries);
        Assert.Equal((first.Text("id"), 2L), (other.Text("id"), other.Long("revision")));
        Assert.Equal(["100", "-100", "70"], await EntriesAsync(client));
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client, "2025-03-10", "2025-03-12")).Amount());
        Assert.Equal(70m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    [Fact]
    public async Task The_same_cost_sent_many_times_at_once_is_one()
    {
        var client = await app.ClientAsync(app.Alpha);
        var cost = Bookkeeping.NewCost(client, 10m, externalReference: "once");

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.CostAsync(app.Alpha, cost)));

        Assert.Single(sent.Select(each => each.ToString()).Distinct());
        Assert.Equal(10m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    [Fact]
    public async Task Each_cost_is_converted_at_the_rate_of_its_own_day()
    {
        var client = await app.ClientAsync(app.Beta, currency: "GBP");
        await app.RateAsync(app.Beta, "USD", "GBP", 0.8m, "2025-05-01");
        await app.RateAsync(app.Beta, "USD", "GBP", 0.75m, "2025-05-20");
        await app.RateAsync(app.Beta, "USD", "EUR", 0.9m, "2025-05-01", "MONTH");

        await app.CostAsync(app.Beta, Bookkeeping.NewCost(client, 100m, "2025-05-03"));
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(client, 100m, "2025-05-20"));
        var roi = await app.RoiAsync(app.Beta, client);
        var compared = await app.CompareAsync(app.Beta.OwnerToken);

        Assert.Equal((155m, "GBP"), (roi.Amount(), roi.Text("currencyCode")));
        Assert.Equal((180m, "EUR"), (compared.GetProperty("totals").Amount(), compared.Text("currencyCode")));
    }

    [Fact]
    public async Task Without_a_rate_nothing_is_written()
    {
        var client = await app.ClientAsync(app.Alpha);
        var before = await app.LedgerTotalAsync(app.Alpha);

        var refused = await RefusedAsync(Bookkeeping.NewCost(client, currency: "CHF", externalReference: "bill-3"));

        Assert.Equal(["NO_EXCHANGE_RATE input.currency"], refused);
        Assert.Equal(0, await CountAsync(client));
        Assert.Equal(before, await app.LedgerTotalAsync(app.Alpha));
    }

    [Fact]
    public async Task What_the_agency_paid_counts_in_its_own_viewpoint_only_and_its_fee_in_both()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 300m, category: "STAFF_TIME", paidBy: "AGENCY"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 1000m, category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 50m));

        var clients = await app.RoiAsync(app.Alpha, client);
        var agencys = await app.RoiAsync(app.Alpha, client, viewpoint: "AGENCY");

        Assert.Equal((1050m, 0m), (clients.Amount(), clients.Value()));
        Assert.Equal((300m, 1000m, 233.333333m), (agencys.Amount(), agencys.Value(), agencys.Figure().Percent));
        var fee = Assert.Single(agencys.List("byStream"));
        Assert.Equal((null, 1000m), (fee.GetProperty("stream").GetString(), fee.Amount("value")));
    }

    [Fact]
    public async Task Zero_is_a_fact_and_what_no_column_holds_is_refused_with_its_field()
    {
        var client = await app.ClientAsync(app.Alpha);

        var zero = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 0m));

        Assert.Equal(0m, zero.Amount("amount"));
        Assert.Equal(
            (0m, "NO_COST"),
            (await app.RoiAsync(app.Alpha, client)).Figure() is var (value, _, reason) ? (value, reason) : default
        );
        Assert.Equal(["NEGATIVE_AMOUNT input.amount"], await RefusedAsync(Bookkeeping.NewCost(client, -0.01m)));
        Assert.Equal(["BAD_INPUT input.amount"], await RefusedAsync(Bookkeeping.NewCost(client, 0.00000000001m)));
        Assert.Equal(["BAD_INPUT input.amount"], await RefusedAsync(Bookkeeping.NewCost(client, 10_000_000_000_000.01m)));
        Assert.Equal(["BAD_INPUT input.currency"], await RefusedAsync(Bookkeeping.NewCost(client, currency: "usd")));
        Assert.Equal(["BAD_INPUT input.occurredOn"], await RefusedAsync(Bookkeeping.NewCost(client, occurredOn: "1899-12-31")));
        Assert.Equal(["BAD_INPUT input.externalReference"], await RefusedAsync(Bookkeeping.NewCost(client, externalReference: " ")));
        Assert.Equal(1, await CountAsync(client));
    }

    [Fact]
    public async Task What_is_not_the_callers_is_refused_like_what_does_not_exist()
    {
        var mine = await app.ClientAsync(app.Alpha, "Mine");
        var sister = await app.ClientAsync(app.Alpha, "Sister");
        var foreign = await app.ClientAsync(app.Beta, "Foreign", "EUR");
        var sisterChannel = await app.ChannelAsync(app.Alpha, sister);
        var foreignCampaign = await app.CampaignAsync(app.Beta, foreign, "Theirs");
        var restricted = await app.RestrictedTokenAsync(app.Alpha, mine);

        foreach (var client in new[] { foreign, Unknown("Client") })
            Assert.Equal(["NOT_FOUND input.clientId"], await RefusedAsync(Bookkeeping.NewCost(client)));
        Assert.Equal(
            ["NOT_FOUND input.clientId"],
            await app.RefusalAsync(restricted, "costs/RecordCost", Bookkeeping.NewCost(sister, externalReference: "bill-4"))
        );
        foreach (var channel in new[] { sisterChannel, Unknown("Channel") })
            Assert.Equal(["NOT_FOUND input.channelId"], await RefusedAsync(Bookkeeping.NewCost(mine, channelId: channel)));
        foreach (var campaign in new[] { foreignCampaign, Unknown("Campaign") })
            Assert.Equal(["NOT_FOUND input.campaignId"], await RefusedAsync(Bookkeeping.NewCost(mine, campaignId: campaign)));
        Assert.Equal(["NOT_FOUND input.goalId"], await RefusedAsync(Bookkeeping.NewCost(mine, goalId: Unknown("Goal"))));
        await app.DoAsync(restricted, "costs/RecordCost", Bookkeeping.NewCost(mine));
        Assert.Equal((1, 0), (await CountAsync(mine), await CountAsync(sister)));
    }

    private static string Unknown(string type) => GraphQL.Binding.Relay.GlobalId.Format(type, Guid.CreateVersion7());

    private Task<string[]> RefusedAsync(object cost) => app.RefusalAsync(app.Alpha.StaffToken, "costs/RecordCost", cost);

    private async Task<long> CountAsync(string client) =>
        (await app.SendAsync(app.Alpha.OwnerToken, "costs/Costs", new { client }))
            .GetProperty("client")
            .GetProperty("costs")
            .Long("totalCount");

    private async Task<string[]> EntriesAsync(string client) =>
        [
            .. (await app.EntriesAsync(app.Alpha, client))
                .OrderBy(entry => entry.Long("ledgerVersion"))
                .Select(entry => entry.Amount("amount").ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)),
        ];
}
