using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

public sealed class CreditSharesTests
{
    [Fact]
    public void Shares_have_eight_places_and_the_earlier_touch_gets_what_is_left_over()
    {
        Assert.Equal([0.33333334m, 0.33333333m, 0.33333333m], Journeys.Shares(1, 1, 1));
        Assert.Equal([0.4m, 0.06666667m, 0.06666667m, 0.06666666m, 0.4m], Journeys.Shares(0.4, 0.2 / 3, 0.2 / 3, 0.2 / 3, 0.4));
        Assert.Equal([0m, 1m, 0m], Journeys.Shares(0, 1e-9, 0));
        Assert.Equal([0.5m, 0m, 0.5m], Journeys.Shares(1e200, 0, 1e200));
        Assert.All(Journeys.Shares(1, 2, 4), share => Assert.Equal(CreditShares.Places, share.Scale));
        Assert.Empty(Journeys.Shares());
    }

    [Fact]
    public void Shares_sum_to_exactly_1_and_stay_within_a_unit_of_their_quota()
    {
        var random = new Random(5);
        for (var count = 1; count < 400; count++)
        {
            double[] weights = [1, .. Enumerable.Range(1, count).Select(_ => random.Next(4) * Math.Pow(random.NextDouble(), 5))];

            var shares = Journeys.Shares(weights);

            var total = weights.Sum();
            Assert.Equal(1m, shares.Sum());
            Assert.All(weights.Zip(shares), pair => Assert.Equal(pair.First / total, (double)pair.Second, 1.000001e-8));
            Assert.All(weights.Zip(shares), pair => Assert.True(pair.First > 0 || pair.Second == 0m));
        }
    }

    [Fact]
    public void Weights_that_differ_in_the_last_bits_only_are_equal()
    {
        var third = 1.0 / 3;

        Assert.Equal([0.33333334m, 0.33333333m, 0.33333333m], Journeys.Shares(third, Math.BitIncrement(third), third));
        Assert.Equal(
            [33.34m, 33.33m, 33.33m],
            CreditedAmounts.Split(100m, [third, Math.BitIncrement(Math.BitIncrement(third)), Math.BitIncrement(third)], 2)
        );
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, -1e-9)]
    [InlineData(1.0, double.NaN)]
    [InlineData(1.0, double.PositiveInfinity)]
    public void Weights_without_a_sum_to_divide_by_are_refused(double one, double other)
    {
        Assert.Throws<ArgumentException>(() => Journeys.Shares(one, other));
        Assert.Throws<ArgumentException>(() => CreditedAmounts.Split(1m, [one, other], 2));
    }

    // Methodology, section 3.
    [Theory]
    [InlineData("100.00", "40 6.67 6.67 6.66 40")]
    [InlineData("-100.00", "-40 -6.67 -6.67 -6.66 -40")]
    [InlineData("0", "0 0 0 0 0")]
    [InlineData("0.01", "0.01 0 0 0 0")]
    public void An_amount_is_split_to_the_cent(string amount, string parts) =>
        Assert.Equal(List(parts), CreditedAmounts.Split(Number(amount), new PositionBased().Weigh(Journeys.Touches("- - - - -")), 2));

    [Fact]
    public void Parts_sum_to_the_amount_for_every_model()
    {
        var random = new Random(11);
        foreach (var model in Journeys.AllModels)
            for (var round = 0; round < 50; round++)
            {
                var amount = new decimal(random.Next(-1_000_000_000, 1_000_000_000)) / 10_000m;

                var credits = model.Weigh(Journeys.Random(random, random.Next(1, 30)));

                Assert.Equal(amount, CreditedAmounts.Split(amount, credits, 4).Sum());
                Assert.Equal(amount, Journeys.Shares(credits).Sum(share => amount * share));
            }
    }

    [Fact]
    public void An_amount_finer_than_the_places_is_refused() =>
        Assert.Throws<ArgumentException>(() => CreditedAmounts.Split(0.001m, [1], 2));
}
