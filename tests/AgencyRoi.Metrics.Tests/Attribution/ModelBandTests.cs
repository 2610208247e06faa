using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Tests.Attribution;

public sealed class ModelBandTests
{
    [Fact]
    public void A_band_goes_from_the_lowest_to_the_highest_model()
    {
        var bands = ModelBand.Of([Model("100 50 20"), Model("90 10 40"), Model("95 30 30")]);

        Assert.Equal([(90m, 100m), (10m, 50m), (20m, 40m)], bands.Select(band => (band.LowestValue, band.HighestValue)));
        Assert.Equal([(9m, 10m), (1m, 5m), (2m, 4m)], bands.Select(band => (band.LowestConversions, band.HighestConversions)));
        Assert.Equal(
            [(1, 1, true), (2, 3, false), (2, 3, false)],
            bands.Select(band => (band.BestRank, band.WorstRank, band.IsRankStable))
        );
    }

    [Fact]
    public void Equal_values_share_the_better_rank() =>
        Assert.Equal([2, 1, 2, 4], ModelBand.Of([Model("5 9 5 -1")]).Select(band => band.BestRank));

    [Fact]
    public void One_model_has_no_width() => Assert.All(ModelBand.Of([Model("3 2 1")]), band => Assert.True(band.IsRankStable));

    [Fact]
    public void Models_of_different_dimension_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ModelBand.Of([Model("1 2"), Model("1")]));
        Assert.Throws<ArgumentException>(() => ModelBand.Of([]));
        Assert.Throws<ArgumentException>(() => ModelAgreement.Concordance([Model("1 2"), Model("1")]));
    }

    [Fact]
    public void Models_with_one_order_agree_and_with_opposite_ones_do_not()
    {
        Assert.Equal(1, ModelAgreement.Concordance([Model("3 2 1"), Model("30 20 10"), Model("9 8 7")])!.Value, 1e-12);
        Assert.Equal(0, ModelAgreement.Concordance([Model("3 2 1"), Model("1 2 3")])!.Value, 1e-12);
        Assert.Equal(1, ModelAgreement.Concordance([Model("3 3 1"), Model("5 5 2")])!.Value, 1e-12);
    }

    [Fact]
    public void Agreement_is_not_defined_without_two_models_two_values_and_a_difference()
    {
        Assert.Null(ModelAgreement.Concordance([]));
        Assert.Null(ModelAgreement.Concordance([Model("1 2")]));
        Assert.Null(ModelAgreement.Concordance([Model("1"), Model("2")]));
        Assert.Null(ModelAgreement.Concordance([Model("1 1"), Model("2 2")]));
    }

    [Fact]
    public void The_concordance_of_two_models_is_half_of_1_and_their_rank_correlation()
    {
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            int[] order = [.. Enumerable.Range(0, 12)];
            random.Shuffle(order);

            var w = ModelAgreement.Concordance([Model("0 1 2 3 4 5 6 7 8 9 10 11"), Model(string.Join(' ', order))]);

            var r = Spearman.Correlation([.. Enumerable.Range(0, 12)], [.. order.Select(each => (double)each)])!.Value.R;
            Assert.Equal((1 + r) / 2, w!.Value, 1e-12);
        }
    }

    private static ModelCredit[] Model(string values) => [.. List(values).Select(value => new ModelCredit(value / 10m, value))];
}
