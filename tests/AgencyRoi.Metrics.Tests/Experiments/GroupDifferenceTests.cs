using AgencyRoi.Metrics.Experiments;

namespace AgencyRoi.Metrics.Tests.Experiments;

/// <summary>The published examples of tests of two groups, and second ways to the same numbers.</summary>
public sealed class GroupDifferenceTests
{
    [Fact]
    public void Newcombes_example_has_his_interval()
    {
        var found = Shares(56, 70, 48, 80);

        Assert.Equal(DifferenceMethod.TwoProportions, found.Method);
        Assert.Equal(0.2m, found.Difference.Amount);
        Assert.Equal((0.0524, 0.3339), (Math.Round((double)found.Difference.Low, 4), Math.Round((double)found.Difference.High, 4)));
    }

    [Fact]
    public void Cookie_cats_keep_more_players_with_the_gate_at_thirty()
    {
        var found = Shares(8_502, 44_700, 8_279, 45_489);

        Assert.Equal(0.001554, found.PValue, 6);
        Assert.Equal((0.003121, 0.013282), (Math.Round((double)found.Difference.Low, 6), Math.Round((double)found.Difference.High, 6)));
    }

    // R: fisher.test(matrix(c(3, 1, 1, 3), 2)), the tea of Fisher's lady, and matrix(c(10, 2, 3, 15), 2), that of its manual.
    [Theory]
    [InlineData(3, 4, 1, 4, 0.485714)]
    [InlineData(10, 12, 3, 18, 0.000537)]
    [InlineData(0, 5, 0, 5, 1)]
    [InlineData(0, 9, 4, 8, 0.029412)]
    public void The_exact_test_has_Rs_numbers(long firstSuccesses, long first, long secondSuccesses, long second, double expected) =>
        Assert.Equal(expected, FisherExact.PValue(firstSuccesses, first, secondSuccesses, second)!.Value, 6);

    [Fact]
    public void Where_fewer_than_five_are_expected_the_test_is_exact()
    {
        Assert.Equal(DifferenceMethod.FisherExact, Shares(9, 100, 0, 100).Method); // 4.5 expected of each
        Assert.Equal(DifferenceMethod.TwoProportions, Shares(10, 100, 0, 100).Method);
        Assert.Equal(DifferenceMethod.FisherExact, Shares(100, 100, 91, 100).Method);
    }

    [Fact]
    public void The_exact_test_counts_the_tables_that_are_no_more_likely()
    {
        var random = new Random(20260301);
        for (var time = 0; time < 300; time++)
        {
            var (first, second) = (random.Next(1, 14), random.Next(1, 14));
            var (one, other) = (random.Next(first + 1), random.Next(second + 1));

            Assert.Equal(Counted(one, first, other, second), FisherExact.PValue(one, first, other, second)!.Value, 9);
        }

        // Of all ways to choose who succeeds among all units, those whose table is no more likely.
        static double Counted(int one, int first, int other, int second)
        {
            var ways = new double[first + 1];
            for (var chosen = 0u; chosen < 1u << Math.Min(first + second, 31); chosen += 1)
            {
                if (first + second > 16)
                    break;
                if (System.Numerics.BitOperations.PopCount(chosen) == one + other)
                    ways[System.Numerics.BitOperations.PopCount(chosen & ((1u << first) - 1))]++;
            }
            if (first + second > 16)
                return FisherExact.PValue(other, second, one, first)!.Value; // too many to count: at least the groups can change places
            var all = ways.Sum();
            return ways.Where(way => way <= ways[one]).Sum() / all;
        }
    }

    [Fact]
    public void Rs_sleep_data_have_Welchs_numbers()
    {
        decimal[] first = [0.7m, -1.6m, -0.2m, -1.2m, -0.1m, 3.4m, 3.7m, 0.8m, 0.0m, 2.0m];
        decimal[] second = [1.9m, 0.8m, 1.1m, 0.1m, -0.1m, 4.4m, 5.5m, 1.6m, 4.6m, 3.4m];

        var test = WelchTest.Of(One(first), One(second))!;

        Assert.Equal((-1.8608, 17.776, 0.07939), (Math.Round(test.T, 4), Math.Round(test.DegreesOfFreedom, 3), Math.Round(test.PValue, 5)));
        Assert.Equal((-3.365483, 0.205483), (Math.Round((double)test.Difference.Low, 6), Math.Round((double)test.Difference.High, 6)));
    }

    [Fact]
    public void Without_spread_or_units_there_is_no_test()
    {
        Assert.Null(GroupDifference.OfShares(new(0, 0), new(3, 9)));
        Assert.Null(GroupDifference.OfMeans(One([2m, 2m]), One([3m, 3m])));
        Assert.Null(GroupDifference.OfMeans(One([2m]), One([3m, 4m])));
        Assert.Null(One([2m]).Interval);
        Assert.Equal(1, Shares(0, 200, 0, 200).PValue);
    }

    [Theory]
    [InlineData(0.10, 0.12, 0.8, 3_841)]
    [InlineData(0.10, 0.12, 0.9, 5_142)]
    [InlineData(0.10, 0.10, 0.8, null)]
    public void A_share_needs_so_many_units_a_group(double first, double second, double power, int? expected) =>
        Assert.Equal(expected, new SampleSize(0.05, power).ForShares(first, second));

    [Fact]
    public void A_mean_needs_so_many_units_a_group()
    {
        // A difference of half a deviation: the textbook's 63 by the normal.
        Assert.Equal(63, new SampleSize(0.05, 0.8).ForMeans(deviation: 10, difference: 5));
        Assert.Equal(2, new SampleSize(0.05, 0.8).ForMeans(deviation: 0.001, difference: 5));
        Assert.Null(new SampleSize(0.05, 0.8).ForMeans(deviation: 10, difference: 0));
    }

    private static GroupDifference Shares(long firstSuccesses, long first, long secondSuccesses, long second) =>
        GroupDifference.OfShares(new(firstSuccesses, first), new(secondSuccesses, second))!;

    private static GroupMean One(decimal[] values)
    {
        var mean = values.Average();
        var squares = values.Sum(value => Math.Pow((double)(value - mean), 2));
        return new()
        {
            Units = values.Length,
            Mean = mean,
            Deviation = values.Length > 1 ? (decimal)Math.Sqrt(squares / (values.Length - 1)) : 0m,
        };
    }
}
