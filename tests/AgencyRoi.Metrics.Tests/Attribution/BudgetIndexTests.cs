using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

public sealed class BudgetIndexTests
{
    [Fact]
    public void The_index_is_the_share_of_conversions_over_the_share_of_cost()
    {
        var indexes = Indexes("60 400 500", "30 400 300", "10 200 100");

        Assert.Equal([1.5m, 0.75m, 0.5m], indexes.Select(index => index.Index.Value));
        Assert.Equal([750m, 225m, 50m], indexes.Select(index => index.ProposedBudget));
    }

    [Fact]
    public void Budgets_that_are_the_cost_keep_their_total() =>
        Assert.Equal(1_000m, decimal.Round(Indexes("7 400 400", "5 390 390", "1 210 210").Sum(index => index.ProposedBudget!.Value), 12));

    [Theory]
    [InlineData("5 0 100", "5 100 100", UndefinedReason.NoCost)]
    [InlineData("5 -10 100", "5 100 100", UndefinedReason.NegativeCost)]
    [InlineData("5 10 100", "5 -100 100", UndefinedReason.NegativeCost)]
    [InlineData("0 10 100", "0 100 100", UndefinedReason.NotMeasured)]
    public void Without_cost_or_conversions_there_is_no_index(string channel, string other, UndefinedReason reason)
    {
        var index = Indexes(channel, other)[0];

        Assert.Equal((null, reason, null), (index.Index.Value, index.Index.Reason, index.ProposedBudget));
    }

    private static IReadOnlyList<BudgetIndex> Indexes(params string[] channels) =>
        BudgetIndex.Of([
            .. channels
                .Select(List)
                .Select(each => new BudgetedChannel
                {
                    Conversions = each[0],
                    Cost = each[1],
                    Budget = each[2],
                }),
        ]);
}
