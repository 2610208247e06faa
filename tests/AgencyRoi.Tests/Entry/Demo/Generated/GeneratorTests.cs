using AgencyRoi.Entry.Demo;
using AgencyRoi.Entry.Demo.Generated;
using AgencyRoi.Metrics;

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
}
