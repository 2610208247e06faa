using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

public sealed class ShapleyTests
{
    // eeghor/mta's tests.
    [Fact]
    public void A_journey_is_split_equally_over_its_channels() =>
        Assert.Equal([new(0, 7m, 70m), new(1, 3m, 30m)], Credits([CountedPath.Of("A 4"), CountedPath.Of("AB 6")]));

    [Fact]
    public void Repeats_and_order_do_not_matter() =>
        Assert.Equal(
            Credits([CountedPath.Of("AB 6"), CountedPath.Of("AC 5")]),
            Credits([CountedPath.Of("CACA 5"), CountedPath.Of("BAABB 2"), CountedPath.Of("AB 4")])
        );

    [Fact]
    public void A_channel_without_conversions_has_no_credit() =>
        Assert.Equal([new(0, 1m, 10m), new(3, 0m, 0m)], Credits([CountedPath.Of("A 1"), CountedPath.Of("AD 0 5")]));

    [Fact]
    public void Credits_are_the_shapley_value_of_the_game_and_sum_to_the_total()
    {
        var random = new Random(17);
        for (var channels = 1; channels <= 8; channels++)
        for (var round = 0; round < 5; round++)
        {
            var paths = CountedPath.Random(random, 60, channels);

            var credits = Credits(paths);

            Assert.Equal(paths.Sum(path => path.Count.Conversions), credits.Sum(credit => credit.Conversions));
            Assert.Equal(paths.Sum(path => path.Count.Value), credits.Sum(credit => credit.Value));
            var conversions = ShapleyValue.Of(channels, set => Won(paths, set, count => count.Conversions));
            var values = ShapleyValue.Of(channels, set => Won(paths, set, count => count.Value));
            Assert.All(credits, credit => Assert.Equal(conversions[credit.Channel], (double)credit.Conversions, 1.1e-8));
            Assert.All(credits, credit => Assert.Equal(values[credit.Channel], (double)credit.Value, 1.1e-8));
        }
    }

    [Fact]
    public void What_a_total_has_beyond_eight_places_is_kept()
    {
        var credits = Credits([new([0, 1, 2], new() { Conversions = 1m, Value = 0.1234567890123456789012m })]);

        Assert.Equal(0.1234567890123456789012m, credits.Sum(credit => credit.Value));
        Assert.Equal([0.33333334m, 0.33333333m, 0.33333333m], credits.Select(credit => credit.Conversions));
    }

    [Fact]
    public void A_path_without_touches_or_with_an_impossible_channel_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Credits([new([], new() { Conversions = 1m })]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Credits([new([-1], new() { Conversions = 1m })]));
        Assert.Empty(Credits([]));
    }

    // DP6's readme: the sets of O, F and D.
    [Fact]
    public void A_general_game_has_its_value()
    {
        double[] wins = [0, 7, 6, 15, 4, 7, 9, 19];

        Assert.Equal([7.666667, 8.166667, 3.166667], ShapleyValue.Of(3, set => wins[set]).Select(value => Math.Round(value, 6)));
    }

    // Walton's slides: PPC is 0, SEO is 1; a third channel is outside both sets.
    [Fact]
    public void One_set_adds_its_part_to_a_channel()
    {
        double[] wins = [0, 270, 199, 424, 0, 0, 0, 0];

        Assert.Equal(25.667, ShapleyValue.Term(3, player: 1, set: 0b001, wins), 0.0005);
        Assert.Equal(37.5, ShapleyValue.Term(3, player: 0, set: 0b010, wins), 0.0005);
    }

    private static double Won(List<CountedPath> paths, int set, Func<PathCount, decimal> won) =>
        (double)paths.Where(path => path.Channels.All(channel => (set >> channel & 1) == 1)).Sum(path => won(path.Count));

    private static IReadOnlyList<ChannelCredit> Credits(IEnumerable<CountedPath> paths)
    {
        var credits = new ShapleyCredits();
        foreach (var path in paths)
            credits.Add(path.Channels, path.Count);
        return credits.Credits();
    }
}
