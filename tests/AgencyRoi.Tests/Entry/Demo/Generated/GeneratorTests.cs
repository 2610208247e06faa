using AgencyRoi.Entry.Demo;
using AgencyRoi.Entry.Demo.Generated;
using AgencyRoi.Metrics;
using AgencyRoi.Records.IndirectValue;

namespace AgencyRoi.Tests.Entry.Demo.Generated;

public sealed class GeneratorTests
{
    private static Recipe Outfitter { get; } = RecipeFiles.Read("alder-outfitters");

    [Fact]
    public void The_same_recipe_gives_the_same_facts()
    {
        var (one, other) = (Generator.Plan(Outfitter), Generator.Plan(Outfitter));

        Assert.Equal(one.Costs, other.Costs);
        Assert.Equal(one.Outcomes, other.Outcomes);
        Assert.Equal(one.Sales, other.Sales);
        Assert.Equal(one.Refunds, other.Refunds);
        Assert.Equal(one.Touches, other.Touches);
    }

    [Fact]
    public void A_new_flow_leaves_the_others_as_they_are()
    {
        var more = Outfitter with { Costs = [.. Outfitter.Costs, new CostFlow(CostCategory.Other, 10m)] };

        Assert.Equal(Generator.Plan(Outfitter).Costs, Generator.Plan(more).Costs.SkipLast(24));
    }

    [Fact]
    public void Facts_lie_in_the_demos_period_and_those_of_a_campaign_in_its_dates()
    {
        foreach (var plan in DemoAgency.All().SelectMany(agency => agency.Clients))
        {
            var days = plan
                .Costs.Select(cost => (cost.OccurredOn, cost.Campaign))
                .Concat(plan.Outcomes.Select(outcome => (outcome.OccurredOn, outcome.Campaign)))
                .Concat(plan.Sales.Select(sale => (sale.OccurredOn, sale.Campaign)))
                .Concat(plan.Refunds.Select(refund => (refund.OccurredOn, (string?)null)));
            var campaigns = plan.Campaigns.ToDictionary(campaign => campaign.Reference);

            foreach (var (day, name) in days)
            {
                Assert.InRange(day, DemoPeriod.Days.From, DemoPeriod.Days.To.AddDays(-1));
                if (name is null)
                    continue;
                Assert.False(day < campaigns[name].From, $"{plan.Reference} {name} {day}");
                Assert.False(day >= campaigns[name].To, $"{plan.Reference} {name} {day}");
            }
        }
    }

    [Fact]
    public void Every_kind_of_cost_goal_and_stream_that_a_newcomer_may_look_for_is_there()
    {
        var plans = DemoAgency.All().SelectMany(agency => agency.Clients).ToList();
        var goals = plans.SelectMany(plan => plan.Purposes).SelectMany(purpose => purpose.Goals).ToList();

        Assert.Equal(7, goals.Select(goal => goal.Type).Distinct().Count());
        Assert.True(goals.Select(goal => goal.Stream).Distinct().Count() >= 9);
        Assert.Contains(goals, goal => goal.Values.Count == 0);
        Assert.Equal(
            EnumCode.All<CostCategory>().Count,
            plans.SelectMany(plan => plan.Costs).Select(cost => cost.Category).Distinct().Count()
        );
        Assert.Contains(plans, plan => plan.Refunds.Count > 0);
        Assert.Contains(plans, plan => plan.Costs.All(cost => cost.PaidBy == PaidBy.Agency));
    }

    [Fact]
    public void Northlight_has_a_fact_of_every_kind_of_the_indirect_streams_each_with_evidence()
    {
        var facts = DemoAgency.All()[0].Clients.SelectMany(plan => plan.StreamFacts).ToList();

        Assert.Equal(EnumCode.All<StreamFactKind>().Order(), facts.Select(fact => EnumCode.Of(fact.Kind)).Distinct().Order());
        Assert.All(facts, fact => Assert.All(fact.Evidence, item => Assert.False(string.IsNullOrEmpty(item.Note))));
        Assert.All(facts, fact => Assert.NotEmpty(fact.Evidence));
    }

    [Fact]
    public void Touches_lie_in_the_demos_period_and_those_of_a_campaign_in_its_dates()
    {
        var plan = Generator.Plan(Outfitter);
        var campaigns = plan.Campaigns.ToDictionary(campaign => campaign.Reference);

        Assert.InRange(plan.Touches.Count, 500, 1500);
        foreach (var touch in plan.Touches)
        {
            var day = DateOnly.FromDateTime(touch.At.UtcDateTime);
            Assert.InRange(day, DemoPeriod.Days.From, DemoPeriod.Days.To.AddDays(-1));
            Assert.True((touch.Contact is null) != (touch.Visitor is null), touch.Reference);
            if (touch.Campaign is { } name)
                Assert.False(day < campaigns[name].From || day >= campaigns[name].To, $"{name} {day}");
        }
    }

    [Fact]
    public void Some_touches_lead_to_a_sale_some_to_none_some_are_direct_and_some_have_no_legal_basis()
    {
        var touches = Generator.Plan(Outfitter).Touches;

        Assert.Contains(touches, touch => touch.Contact is not null);
        Assert.Contains(touches, touch => touch.Visitor is not null);
        Assert.Contains(touches, touch => touch is { Channel: null, Campaign: null });
        Assert.Contains(touches, touch => touch.LegalBasis is null);
    }

    [Fact]
    public void Orders_that_somebody_wrote_down_have_no_touches_made_up_for_them()
    {
        var flow = Outfitter.Journeys!; // the recipe has them
        var everySale = Generator.Plan(Outfitter with { Journeys = flow with { PercentOfSales = 100, WithoutSalePerMonth = 0m } });
        var written = everySale.StreamFacts.Select(fact => (string?)fact.Content["orderReference"]).ToHashSet();
        var led = everySale.Sales.Where(sale => sale.OccurredOn >= flow.From && !written.Contains(sale.Reference)).ToList();

        Assert.Equal(
            led.Select(sale => sale.Contact).Order().Distinct(),
            everySale.Touches.Select(touch => touch.Contact).Order().Distinct()
        );
    }

    /// <summary>An order that a channel helped is one that was made, at its amount.</summary>
    [Fact]
    public void Orders_that_were_helped_along_are_among_the_sales()
    {
        var helped = 0;
        foreach (var plan in DemoAgency.All().SelectMany(agency => agency.Clients))
        foreach (var fact in plan.StreamFacts.Where(fact => fact.Kind == StreamFactKind.IndirectSale))
        {
            var sale = Assert.Single(plan.Sales, sale => sale.Reference == (string?)fact.Content["orderReference"]);
            Assert.Equal((sale.Amount, sale.OccurredOn), ((decimal?)fact.Content["orderAmount"], fact.From));
            helped++;
        }
        Assert.True(helped > 0);
    }
}
