using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Reports.Duplicates;

/// <summary>One lead that is given twice counts once.</summary>
public sealed class OneLeadTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task An_outcome_and_a_conversion_of_one_goal_with_one_reference_count_once()
    {
        var leads = await Leads.CreateAsync(app);
        await leads.OutcomeAsync("L-1");
        await leads.ConversionAsync("L-1");

        Assert.Equal(30m, await leads.WorthAsync());
        var overlap = Assert.Single(await OverlapsAsync(leads));
        Assert.Equal(("STRONGER_CLAIM", 30m), (overlap.Text("reason"), overlap.Amount("cut")));
        Assert.Empty(await leads.SuspectedAsync());
    }

    [Theory]
    [InlineData("lead", "A", "B")]
    [InlineData("order", "A", "B")]
    [InlineData("lead", "B", "A")]
    public async Task What_names_the_same_lead_or_order_counts_once(string what, string outcome, string conversion)
    {
        var leads = await Leads.CreateAsync(app);
        var (lead, order) = what == "lead" ? ("X-1", (string?)null) : (null, "X-1");
        await leads.OutcomeAsync(outcome, lead: lead, order: order);
        await leads.ConversionAsync(conversion, lead: lead, order: order);

        Assert.Equal(30m, await leads.WorthAsync());
    }

    [Fact]
    public async Task An_outcome_that_names_an_order_counts_once_with_the_sale()
    {
        var leads = await Leads.CreateAsync(app);
        await leads.ConversionAsync("A-17", type: "SALE", amount: 500m, occurredOn: "2025-03-09");
        await leads.OutcomeAsync("o-1", order: "A-17");

        Assert.Equal(500m, await leads.WorthAsync());
    }

    [Fact]
    public async Task The_same_reference_of_two_goals_is_two_leads()
    {
        var leads = await Leads.CreateAsync(app);
        var other = await app.PricedGoalAsync(app.Alpha, leads.Client, 30m, name: "Calls");
        await (leads with { Goal = other }).OutcomeAsync("L-1");
        await leads.ConversionAsync("L-1");

        Assert.Equal(60m, await leads.WorthAsync());
    }

    [Fact]
    public async Task A_quantity_above_one_claims_no_unit_of_another_and_is_listed()
    {
        var leads = await Leads.CreateAsync(app);
        await leads.OutcomeAsync("L-1", quantity: 2m);
        await leads.ConversionAsync("L-1");
        await leads.OutcomeAsync("L-2", lead: "X-2");
        await leads.ConversionAsync("L-3", quantity: 3m, lead: "X-2");

        Assert.Equal(60m + 30m + 30m + 90m, await leads.WorthAsync());
        Assert.Equal(["L-1 L-1 SAME_REFERENCE", "L-2 L-3 SAME_REFERENCE"], (await leads.SuspectedAsync()).Order());
    }

    [Fact]
    public async Task Files_name_leads_and_orders_too()
    {
        var leads = await Leads.CreateAsync(app);
        var outcomes =
            $"client,external_reference,goal,date,quantity,lead_reference,order_reference,contact_reference\n{leads.Client},o-1,{leads.Goal},2025-03-10,1,X-1,,\n{leads.Client},o-2,{leads.Goal},2025-03-10,1,,Y-1,c-1";
        var sales =
            $"client,external_reference,date,type,channel,goal,lead_reference,order_reference\n{leads.Client},s-1,2025-03-10,LEAD,{leads.Channel},{leads.Goal},X-1,\n{leads.Client},s-2,2025-03-10,DEMO,{leads.Channel},{leads.Goal},,Y-1";

        Assert.Equal((2, 0, 0, 0), (await app.ImportAsync(app.Alpha.StaffToken, "outcomes", outcomes)).Counts());
        Assert.Equal((2, 0, 0, 0), (await app.ImportAsync(app.Alpha.StaffToken, "sales", sales)).Counts());

        Assert.Equal(60m, await leads.WorthAsync());
    }

    [Fact]
    public async Task An_outcome_that_names_a_lead_and_a_conversion_that_names_it_and_an_order_count_once()
    {
        var leads = await Leads.CreateAsync(app);
        await leads.OutcomeAsync("o-1", lead: "X-1");
        await leads.ConversionAsync("s-1", lead: "X-1", order: "Y-1");

        Assert.Equal(30m, await leads.WorthAsync());
        Assert.Empty(await leads.SuspectedAsync());
        Assert.Equal("STRONGER_CLAIM", Assert.Single(await OverlapsAsync(leads)).Text("reason"));
    }

    [Fact]
    public async Task What_a_third_fact_joins_counts_once()
    {
        var leads = await Leads.CreateAsync(app);
        await leads.OutcomeAsync("a", lead: "X-1", occurredOn: "2025-03-12");
        await leads.ConversionAsync("s", lead: "X-1", occurredOn: "2025-03-12");
        await leads.OutcomeAsync("b", order: "Y-1", occurredOn: "2025-03-12");
        Assert.Equal(60m, await leads.WorthAsync());

        var order = await leads.ConversionAsync("s-2", type: "SALE", amount: 500m, lead: "X-1", order: "Y-1");

        Assert.Equal(500m, await leads.WorthAsync());
        var cut = await OverlapsAsync(leads);
        Assert.Equal(["a", "b", "s"], cut.Select(each => each.Text("externalReference")).Order());
        Assert.All(cut, each => Assert.Equal("s-2", Assert.Single(each.List("servedBefore")).Text("externalReference")));

        await app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id = order.Text("id"), version = order.Long("version") });
        Assert.Equal(60m, await leads.WorthAsync());
    }

    [Fact]
    public async Task An_order_is_named_by_its_own_reference_whatever_else_it_names()
    {
        var leads = await Leads.CreateAsync(app);
        await leads.ConversionAsync("A-17", type: "SALE", amount: 500m, lead: "X-1", order: "Y-1");
        await leads.OutcomeAsync("o-1", order: "A-17", occurredOn: "2025-03-11");

        Assert.Equal(500m, await leads.WorthAsync());
        Assert.Empty(await leads.SuspectedAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whichever_comes_first_the_same_one_counts(bool outcomeFirst)
    {
        var leads = await Leads.CreateAsync(app);
        if (outcomeFirst)
            await leads.OutcomeAsync("o-1", lead: "X-1", occurredOn: "2025-03-11");
        await leads.ConversionAsync("s-1", lead: "X-1", type: "BOOKING", amount: 70m);
        if (!outcomeFirst)
            await leads.OutcomeAsync("o-1", lead: "X-1", occurredOn: "2025-03-11");

        Assert.Equal(70m, await leads.WorthAsync());
    }

    private async Task<System.Text.Json.JsonElement[]> OverlapsAsync(Leads leads)
    {
        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "overlaps/Overlaps",
            new { client = leads.Client, period = Bookkeeping.Period() }
        );
        return answer.GetProperty("client").GetProperty("overlaps").List("nodes");
    }
}
