using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>ChannelAttribution's own 10,000 paths: what its package and exact arithmetic attribute to the twelve channels.</summary>
public sealed class PathDataTests
{
    private const decimal Value = 74_802.97158721083751036m;

    private static readonly string[] Expected =
    [
        // first, last, linear, Markov of order 1, removal effect
        "6308 8447 7574.718594 5344.947682 0.558399",
        "2831 989 2083.500145 2527.352167 0.264039",
        "1 5 1.725000 4.613618 0.000482",
        "99 531 272.170438 599.570650 0.062639",
        "3164 4167 3539.951157 3340.847402 0.349026",
        "165 92 121.041639 171.145443 0.017880",
        "4606 3355 3857.096221 3884.614702 0.405835",
        "74 230 137.964078 274.363256 0.028663",
        "902 1207 1035.257572 1282.847223 0.134022",
        "2 2 2.222222 1.722425 0.000180",
        "1606 653 1022.801394 1971.912880 0.206010",
        "27 107 136.551540 381.062553 0.039811",
    ];

    [Fact]
    public void First_last_and_linear_credits_are_the_published_ones()
    {
        foreach (var (column, model) in new AttributionModel[] { new FirstTouch(), new LastTouch(), new Linear() }.Index())
        {
            var credits = Credits(model);

            Assert.Equal(Column(column), credits.Select(credit => Math.Round(credit, 6)));
            Assert.Equal(19_785, credits.Sum(), 1e-6);
        }
    }

    [Fact]
    public void Removal_effects_of_order_1_are_the_published_ones()
    {
        var markov = CountedPath.Chain(1, CountedPath.Real()).Attribute();

        Assert.Equal(Column(3), markov.Credits.Select(credit => (double)decimal.Round(credit.Conversions, 6)));
        Assert.Equal(Column(4), markov.Credits.Select(credit => Math.Round(credit.RemovalEffect, 6)));
    }

    [Fact]
    public void Without_null_journeys_the_effects_are_others()
    {
        var markov = CountedPath
            .Chain(1, CountedPath.Real().Select(path => path with { Count = path.Count with { Nulls = 0m } }))
            .Attribute();

        Assert.Equal(5_260.069561m, decimal.Round(markov.Credits[0].Conversions, 6));
        Assert.Equal(1, markov.BaseProbability!.Value, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_base_is_the_observed_rate_and_credits_sum_to_the_totals_at_every_order(int order)
    {
        var markov = CountedPath.Chain(order, CountedPath.Real()).Attribute();

        Assert.Equal(0.223845, Math.Round(markov.BaseProbability!.Value, 6));
        Assert.Equal(19_785m / (19_785m + 68_602m), (decimal)markov.BaseProbability.Value, 12);
        Assert.Equal((19_785m, Value), (markov.Credits.Sum(credit => credit.Conversions), markov.Credits.Sum(credit => credit.Value)));
    }

    [Fact]
    public void Shapley_credits_sum_to_the_totals()
    {
        var credits = new ShapleyCredits();
        foreach (var path in CountedPath.Real())
            credits.Add(path.Channels, path.Count);

        Assert.Equal(19_785m, credits.Credits().Sum(credit => credit.Conversions));
        Assert.Equal(Value, credits.Credits().Sum(credit => credit.Value));
    }

    private static IEnumerable<double> Column(int column) => Expected.Select(row => (double)List(row)[column]);

    private static double[] Credits(AttributionModel model)
    {
        var credits = new double[Expected.Length];
        foreach (var (channels, count) in CountedPath.Real())
        foreach (var (place, credit) in model.Weigh(Journeys.Aged(new double[channels.Length])).Index())
            credits[channels[place]] += credit * (double)count.Conversions;
        return credits;
    }
}
