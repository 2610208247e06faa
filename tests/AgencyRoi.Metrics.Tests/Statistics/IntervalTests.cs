using AgencyRoi.Metrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests.Statistics;

public sealed class IntervalTests
{
    // Methodology, section 4.
    [Fact]
    public void Wilson_of_the_published_case()
    {
        var rate = Wilson.Rate(81m, 263m)!.Value;

        Assert.Equal((0.2553m, 0.3662m), (decimal.Round(rate.Low, 4), decimal.Round(rate.High, 4)));
    }

    [Fact]
    public void Two_rates_of_the_published_case()
    {
        var (z, p) = TwoProportions.Test(5m, 83m, 12m, 99m)!.Value;

        Assert.Equal(-1.407830, z, 6);
        Assert.Equal(0.159181, p, 6);
    }

    [Fact]
    public void Nothing_to_compare_is_no_test()
    {
        Assert.Null(Wilson.Rate(0m, 0m));
        Assert.Null(TwoProportions.Test(0m, 0m, 1m, 2m));
        Assert.Null(TwoProportions.Test(3m, 3m, 2m, 2m));
        Assert.Throws<ArgumentException>(() => Wilson.Rate(3m, 2m));
        Assert.Null(Spearman.Correlation([1, 2], [1, 2]));
        Assert.Null(Spearman.Correlation([1, 1, 1], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Spearman.Correlation([1], [1, 2]));
    }

    // Methodology, section 13: SciPy's example with ties.
    [Fact]
    public void Ranks_with_ties()
    {
        var (r, p) = Spearman.Correlation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])!.Value;

        Assert.Equal(0.820783, r, 6);
        Assert.Equal(0.088587, p, 6);
        Assert.Equal(0, Spearman.Correlation([1, 2, 3], [2, 4, 8])!.Value.PValue, 6);
    }

    [Fact]
    public void An_interval_holds_its_rate_and_stays_one() =>
        Prop.ForAll<byte, byte>(
                (left, right) =>
                {
                    var rate = Wilson.Rate(Math.Min(left, right), Math.Max(left, right));
                    return rate is not { } known || (known.IsOrdered && known.Low >= 0m && known.High <= 1m);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_difference_turned_round_has_its_bounds_turned_round() =>
        Prop.ForAll<byte, byte, byte>(
                (one, other, more) =>
                {
                    var sample = 1m + Math.Max(one, other) + more;
                    var (first, second) = (Wilson.Rate(one, sample)!.Value, Wilson.Rate(other, sample)!.Value);
                    var (there, back) = (Newcombe.Difference(first, second), Newcombe.Difference(second, first));
                    return there == new Estimate(-back.High, -back.Amount, -back.Low) && there.IsOrdered;
                }
            )
            .QuickCheckThrowOnFailure();
}
