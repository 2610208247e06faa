using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Tests.Costs;

public sealed class CompletenessTests
{
    [Fact]
    public void The_score_rises_with_each_category_to_a_hundred_and_no_sooner()
    {
        var all = Enum.GetValues<CostCategory>();

        var scores = Enumerable.Range(0, all.Length + 1).Select(count => Completeness.Of([], all.Take(count))).ToList();

        Assert.Equal(0, scores[0].Score);
        Assert.All(scores.Zip(scores.Skip(1)), pair => Assert.True(pair.First.Score < pair.Second.Score));
        Assert.Equal((100, true), (scores[^1].Score, scores[^1].IsComplete));
        Assert.InRange(scores[^2].Score, 90, 99);
        Assert.Equal([CostCategory.Other], scores[^2].Missing);
    }

    [Fact]
    public void Filled_and_declared_count_the_same_and_both_at_once_is_a_contradiction()
    {
        var score = Completeness.Of([CostCategory.AdSpend, CostCategory.StaffTime], [CostCategory.AdSpend, CostCategory.Research]);

        Assert.Equal(Completeness.Of([], [CostCategory.AdSpend, CostCategory.StaffTime, CostCategory.Research]).Score, score.Score);
        Assert.Equal([CostCategory.AdSpend], score.Contradicted);
    }
}
