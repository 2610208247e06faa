using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class EstimateTests
{
    [Fact]
    public void A_product_takes_the_worst_and_the_best_of_its_ends()
    {
        Assert.Equal(new Estimate(2m, 6m, 12m), new Estimate(1m, 2m, 3m) * new Estimate(2m, 3m, 4m));
        Assert.Equal(new Estimate(-12m, -6m, -2m), new Estimate(-3m, -2m, -1m) * new Estimate(2m, 3m, 4m));
        Assert.Equal(new Estimate(-4m, 0m, 4m), new Estimate(-1m, 0m, 1m) * new Estimate(2m, 3m, 4m));
    }

    [Fact]
    public void A_difference_turns_the_bounds_of_what_is_taken_off()
    {
        Assert.Equal(new Estimate(-1m, 2m, 5m), new Estimate(3m, 5m, 7m) - new Estimate(2m, 3m, 4m));
        Assert.Equal(new Estimate(0.6m, 0.7m, 0.9m), new Estimate(0.1m, 0.3m, 0.4m).Rest());
    }

    [Fact]
    public void Whatever_is_done_to_ordered_bounds_leaves_them_ordered() =>
        Prop.ForAll<short[], short[]>(
                (left, right) =>
                {
                    var (one, other) = (Of(left), Of(right));
                    return (one * other).IsOrdered && (one + other).IsOrdered && (one - other).IsOrdered;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_known_exactly_stays_exact()
    {
        Assert.Equal((Estimate)6m, (Estimate)2m * 3m);
        Assert.True(((Estimate)2m).IsExact);
        Assert.True(new Estimate(-1m, 1m, 2m).ContainsZero);
        Assert.False(new Estimate(1m, 1m, 2m).ContainsZero);
        Assert.False(new Estimate(2m, 1m, 3m).IsOrdered);
    }

    private static Estimate Of(short[] ends)
    {
        decimal[] ordered = [.. ends.Append<short>(0).Append<short>(1).Append<short>(2).Order().Select(end => (decimal)end)];
        return new(ordered[0], ordered[1], ordered[^1]);
    }
}
