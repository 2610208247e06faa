using System.Text.Json;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Records.IndirectValue;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>Facts that stand in the ledger by the terms of now are not valued again, and each change of a term is found all the same.</summary>
public sealed class StandingTermsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Nothing_is_valued_again_while_the_terms_hold()
    {
        var world = await EnterAsync();

        Assert.Equal((0, 0), await PendingAsync(world));
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.3m, "2025-03-10");
        Assert.Equal((7, 7), await PendingAsync(world));
        await app.RevalueAsync(world.Client);
        Assert.Equal((0, 0), await PendingAsync(world));
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.1m, "2025-03-10");
        Assert.Equal((7, 7), await PendingAsync(world));
    }

    [Fact]
    public async Task Another_value_of_a_goal_changes_its_outcomes_and_its_conversions_without_an_amount()
    {
        var world = await EnterAsync();

        await app.ValueAsync(app.Alpha, world.Goal, "2025-01-01", 8m, "EUR");
        Assert.Equal((3, 3), await PendingAsync(world));
        await app.ValueAsync(app.Alpha, world.Goal, "2025-01-01", 7m);
        Assert.Equal((3, 3), await PendingAsync(world));
        await app.ValueAsync(app.Alpha, world.Goal, "2025-03-11", 9m, "EUR");
        await app.ValueAsync(app.Alpha, world.Goal, "2025-01-01", 7m, "EUR");
        Assert.Equal((0, 0), await PendingAsync(world));
    }

    [Fact]
    public async Task A_goals_channel_grade_and_stream_are_those_of_its_outcomes()
    {
        var world = await EnterAsync();
        var other = await app.ChannelAsync(app.Alpha, world.Client, "Other");

        await ChangeAsync(new { channelId = other });
        Assert.Equal((1, 1), await PendingAsync(world));
        await ChangeAsync(new { channelId = (string?)null, evidenceGrade = "B" });
        Assert.Equal((2, 2), await PendingAsync(world));
        await ChangeAsync(new { evidenceGrade = "C", stream = "AUTHORITY" });
        Assert.Equal((2, 2), await PendingAsync(world));
        await ChangeAsync(new { stream = "SERVICE_SAVINGS" });
        Assert.Equal((0, 0), await PendingAsync(world));

        async Task ChangeAsync(object change)
        {
            var version = await app.Database.AsSuperuserAsync(
                $"select version from app.goals where id = '{IsolationWorld.KeyOf(world.Goal)}'"
            );
            var input = JsonSerializer.SerializeToNode(change)!.AsObject();
            (input["id"], input["version"]) = (world.Goal, (long)version!);
            await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", input);
        }
    }

    [Fact]
    public async Task Another_price_or_currency_of_a_click_changes_the_month_of_its_term()
    {
        var world = await EnterAsync();

        await PriceAsync(world, 2.5m, "EUR");
        Assert.Equal((1, 1), await PendingAsync(world));
        await PriceAsync(world, 2m, "USD");
        Assert.Equal((1, 1), await PendingAsync(world));
        await PriceAsync(world, 2m, "EUR");
        Assert.Equal((0, 0), await PendingAsync(world));
    }

    [Fact]
    public async Task An_evidence_policy_changes_what_counts_by_its_grade()
    {
        var world = await EnterAsync();
        await PolicyAsync(app.Beta, 0.2m);
        Assert.Equal((0, 0), await PendingAsync(world));

        await PolicyAsync(app.Alpha, 0.2m);
        Assert.Equal((1, 1), await PendingAsync(world));
        await PolicyAsync(app.Alpha, 0.25m);
        Assert.Equal((0, 0), await PendingAsync(world));
    }

    private Task<JsonElement> PolicyAsync(TestAgency agency, decimal d) =>
        app.DoAsync(
            agency.OwnerToken,
            "periods/SetEvidencePolicy",
            new { effectiveFrom = "2025-03-01", factors = GradeFactors.Of(1m, 0.75m, 0.5m, d, 0m) }
        );

    [Fact]
    public async Task Stream_facts_are_valued_again_for_a_rate_or_a_policy_and_those_that_hold_sales_of_their_contacts_always()
    {
        var client = await app.ClientAsync(app.Alpha);
        foreach (var sample in StreamSample.All)
            await app.StreamFactAsync(app.Alpha, sample, client, sample.Import);
        var world = new World(client, "");
        string[] always = ["Retention", "Referral", "Backlink"];

        Assert.Equal((always.Length, 0), await PendingAsync(world));
        await PolicyAsync(app.Alpha, 0.2m);
        var (valued, changed) = await PendingAsync(world);
        Assert.InRange(changed, 4, valued);
        await PolicyAsync(app.Alpha, 0.25m);
        Assert.Equal((always.Length, 0), await PendingAsync(world));
    }

    private async Task<(int Valued, int Facts)> PendingAsync(World world)
    {
        var (valued, entries) = await app.RevaluedAsync(app.Alpha, IsolationWorld.KeyOf(world.Client));
        await app.RevaluedAsync(app.Alpha, IsolationWorld.KeyOf(world.Client), new DateOnly(2025, 3, 11));
        return (valued, entries.Select(entry => entry.SourceId).Distinct().Count());
    }

    private Task<JsonElement> PriceAsync(World world, decimal amount, string currency) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/SetKeywordPrice",
            new
            {
                clientId = world.Client,
                keyword = "bread",
                country = "US",
                month = "2025-03-01",
                amount,
                currency,
                source = "the tool",
            }
        );

    private static object Visits(World world, string keyword, string externalReference) =>
        new
        {
            clientId = world.Client,
            keyword,
            country = "US",
            month = "2025-03-01",
            visits = 100m,
            convertingVisits = 1m,
            externalReference,
        };

    // One of each kind whose terms are compared, all in euros and on one day, but for the month of visits, which begins earlier.
    private async Task<World> EnterAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.2m, "2025-03-01", "MONTH");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.1m, "2025-03-10");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 7m, "SERVICE_SAVINGS", currency: "EUR");
        var world = new World(client, goal);

        await app.CostAsync(app.Alpha, NewCost(client, 100m, currency: "EUR"));
        await app.CostAsync(app.Alpha, NewCost(client, 300m, currency: "EUR", category: "AGENCY_FEE"));
        var sale = await app.SaleAsync(app.Alpha, NewSale(client, 200m, currency: "EUR", channelId: channel));
        await app.RefundAsync(app.Alpha, NewRefund(sale.Text("id"), 50m, "2025-03-10"));
        await app.SaleAsync(app.Alpha, NewSale(client, 100m, currency: "EUR"));
        await app.SaleAsync(app.Alpha, NewSale(client, null, type: "LEAD", quantity: 2m, channelId: channel, goalId: goal));
        await app.RecordOutcomeAsync(app.Alpha, goal, 3m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 4m, channelId: channel);
        await PriceAsync(world, 2m, "EUR");
        await app.DoAsync(app.Alpha.StaffToken, "traffic/RecordKeywordVisits", Visits(world, "bread", "bread-1"));
        await app.DoAsync(app.Alpha.StaffToken, "traffic/RecordKeywordVisits", Visits(world, "bread", "bread-2"));
        return world;
    }

    private sealed record World(string Client, string Goal);
}
