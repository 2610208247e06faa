using AgencyRoi.Metrics.Engagement;

namespace AgencyRoi.Metrics.Tests.Engagement;

/// <summary>The circle of interaction and visibility as a branching process.</summary>
public sealed class LoopIndicatorTests
{
    /// <summary>K = 1000/5000 after 400/4000; 1 / (1 - 0.2) = 5000/4000. Newcombe: 0.1 - √(0.01086² + 0.00968²) = 0.0855 to 0.1 + √(0.01132² + 0.00892²) = 0.1144.</summary>
    [Fact]
    public void More_that_others_reach_than_before_is_a_virtuous_circle()
    {
        var loop = LoopIndicator.Of([Reached(5000m, 1000m)], [Reached(4000m, 400m)]);

        Assert.Equal((0.2m, 1.25m), (loop.Ratio.Value, loop.Multiplier.Value));
        var change = loop.Change!.Value;
        Assert.Equal((0.0855m, 0.1m, 0.1144m), (decimal.Round(change.Low, 4), change.Amount, decimal.Round(change.High, 4)));
        Assert.Equal(LoopDirection.Virtuous, loop.Direction);
    }

    [Theory]
    [InlineData(400, 1000, LoopDirection.Vicious)]
    [InlineData(1000, 1000, LoopDirection.Steady)]
    [InlineData(1010, 1000, LoopDirection.Steady)] // within chance
    public void Fewer_is_a_vicious_one_and_what_chance_could_make_is_steady(int now, int before, LoopDirection direction) =>
        Assert.Equal(direction, LoopIndicator.Of([Reached(5000m, now)], [Reached(5000m, before)]).Direction);

    /// <summary>With K constant the generations 800, 800·K, 800·K² … come to 1,000 people, of whom 200 were reached by others: 200/1000 is K again.</summary>
    [Fact]
    public void The_multiplier_is_the_sum_of_all_generations()
    {
        var loop = LoopIndicator.Of([Reached(1000m, 200m)], []);
        var (sum, generation) = (0m, 800m);
        for (var n = 0; n < 40; n++, generation *= loop.Ratio.Value!.Value)
            sum += generation;

        Assert.Equal(sum, 800m * loop.Multiplier.Value!.Value, precision: 6);
    }

    [Fact]
    public void A_circle_without_a_beginning_has_no_multiplier_and_one_without_a_past_no_direction()
    {
        var all = LoopIndicator.Of([Reached(10m, 10m)], []);
        var none = LoopIndicator.Of([], [Reached(10m, 1m)]);

        Assert.Equal(EngagementUndefinedReason.AllAmplified, all.Multiplier.Reason);
        Assert.Equal((null, EngagementUndefinedReason.NotMeasuredBefore), (all.Direction, all.ChangeReason));
        Assert.Equal(
            (EngagementUndefinedReason.ReachNotMeasured, EngagementUndefinedReason.ReachNotMeasured),
            (none.Multiplier.Reason, none.ChangeReason)
        );
    }

    private static ChannelMonth Reached(decimal reached, decimal amplified) =>
        new() { Reached = reached, ReachedByAmplification = amplified };
}
