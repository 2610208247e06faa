using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

public sealed class MarkovChainTests
{
    private const double Exact = 1e-11;

    [Fact]
    public void A_removed_channel_takes_its_walks_with_it()
    {
        var markov = CountedPath.Markov(1, "ABC 1", "A 0 1", "BC 0 1");

        Assert.Equal(1.0 / 3, markov.BaseProbability!.Value, Exact);
        Near([0.5, 1, 1], markov.Credits.Select(credit => credit.RemovalEffect));
        Assert.Equal([0.2m, 0.4m, 0.4m], markov.Credits.Select(credit => decimal.Round(credit.Conversions, 6)));
        Assert.Equal([2m, 4m, 4m], markov.Credits.Select(credit => decimal.Round(credit.Value, 6)));
    }

    [Fact]
    public void Walks_are_counted_and_not_simulated() =>
        Assert.Equal(
            [2m, 1m],
            CountedPath.Markov(1, "ABABBA 1", "ABBAA 1", "AA 1").Credits.Select(credit => decimal.Round(credit.Conversions, 6))
        );

    [Fact]
    public void Moves_have_the_probability_of_their_counts()
    {
        var counts = new TransitionCounts(1);
        var (a, b, c) = (counts.Add(0, 0, 6), counts.Add(1, 1, 4), counts.Add(1, 2, 2));
        counts.AddEnd(b, 3, 1);
        counts.AddEnd(c, 1, 1);

        var matrix = TransitionMatrix.Of(counts);

        var row = matrix.RowOf[a];
        var probabilities = matrix.Columns[matrix.Earlier(row)].Zip(matrix.Probabilities[matrix.Earlier(row)]).ToDictionary();
        Assert.Equal(2.0 / 3, probabilities[matrix.RowOf[b]], Exact);
        Assert.Equal(1.0 / 3, probabilities[matrix.RowOf[c]], Exact);
        Assert.Equal((3.0 / 4, 1.0 / 2), (matrix.Conversion[matrix.RowOf[b]], matrix.Conversion[matrix.RowOf[c]]));
        Assert.Equal(counts.States - 1, matrix.RowOf[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_base_is_the_rate_of_conversion_at_every_order(int order)
    {
        var random = new Random(order);
        for (var round = 0; round < 10; round++)
        {
            var paths = CountedPath.Random(random, 200, 6);
            var conversions = paths.Sum(path => path.Count.Conversions);

            var markov = CountedPath.Chain(order, paths).Attribute();

            Assert.Equal((double)(conversions / (conversions + paths.Sum(path => path.Count.Nulls))), markov.BaseProbability!.Value, Exact);
            Assert.Equal(conversions, markov.Credits.Sum(credit => credit.Conversions));
            Assert.Equal(paths.Sum(path => path.Count.Value), markov.Credits.Sum(credit => credit.Value));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_removal_effect_is_the_share_of_converting_walks_that_visit_the_channel(int order)
    {
        var random = new Random(10 + order);
        for (var round = 0; round < 3; round++)
        {
            var paths = CountedPath.Random(random, 40, 6);

            var markov = CountedPath.Chain(order, paths).Attribute();

            Assert.Equal([0, 1, 2, 3, 4, 5], markov.Credits.Select(credit => credit.Channel));
            Near(
                Enumerable.Range(0, 6).Select(channel => Walks.ShareThatVisit(channel, order, paths)),
                markov.Credits.Select(credit => credit.RemovalEffect)
            );
        }
    }

    [Fact]
    public void Returns_to_the_same_channel_change_nothing_at_order_1()
    {
        var random = new Random(4);
        var paths = CountedPath.Random(random, 100, 5);
        var repeated = paths.Select(path =>
            path with
            {
                Channels = [.. path.Channels.SelectMany(channel => Enumerable.Repeat(channel, random.Next(1, 4)))],
            }
        );
        var once = paths.Select(path =>
            path with
            {
                Channels = [.. path.Channels.Where((channel, place) => place == 0 || channel != path.Channels[place - 1])],
            }
        );

        Near(Effects(1, once), Effects(1, repeated));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Moves_that_were_counted_elsewhere_attribute_as_their_paths_do(int order)
    {
        var paths = CountedPath.Random(new(6), 100, 5);
        var chain = new MarkovChain(order);
        foreach (var path in paths)
        {
            for (var place = 0; place < path.Channels.Length; place++)
                chain.AddTransition(Before(place), path.Channels[place], path.Count.Conversions + path.Count.Nulls);
            chain.AddEnd(Before(path.Channels.Length), path.Count);

            int[] Before(int place) => path.Channels[Math.Max(0, place - order)..place];
        }

        Assert.Equal(CountedPath.Chain(order, paths).Attribute().Credits, chain.Attribute().Credits);
    }

    [Fact]
    public void At_order_2_the_touch_before_the_last_decides_too()
    {
        // After A, B converts; after C, it does not: order 1 cannot see it.
        string[] paths = ["AB 1", "CB 0 1"];

        Near([0.5, 1, 0.5], CountedPath.Markov(1, paths).Credits.Select(credit => credit.RemovalEffect));
        Near([1, 1, 0], CountedPath.Markov(2, paths).Credits.Select(credit => credit.RemovalEffect));
    }

    [Fact]
    public void Without_journeys_that_did_not_convert_the_base_is_1() =>
        Assert.Equal(1, CountedPath.Markov(3, "ABCAB 3", "CA 2").BaseProbability!.Value, Exact);

    [Fact]
    public void Without_channels_or_conversions_there_is_a_gap_and_no_figure()
    {
        Assert.Equal(new MarkovAttribution(2, 1) { Gap = MarkovGap.NoChannels }, CountedPath.Markov(2));
        Assert.Equal(MarkovGap.NoChannels, CountedPath.Markov(1, "A 0").Gap);
        Assert.Equal(MarkovGap.NoConversions, CountedPath.Markov(1, "AB 0 3").Gap);
        Assert.Null(CountedPath.Markov(1, "AB 0 3").BaseProbability);
    }

    [Fact]
    public void A_state_that_journeys_never_leave_loses_them()
    {
        var chain = new MarkovChain(1);
        chain.AddTransition([], 0, 2m);
        chain.AddTransition([0], 1, 1m);
        chain.AddTransition([1], 1, 5m);
        chain.AddEnd([0], new() { Conversions = 1m });

        var markov = chain.Attribute();

        Assert.Equal(0.5, markov.BaseProbability!.Value, Exact);
        Near([1, 0], markov.Credits.Select(credit => credit.RemovalEffect));
    }

    [Fact]
    public void A_chain_with_too_many_states_is_refused_with_their_number()
    {
        var chain = new MarkovChain(2);
        for (var channel = 0; channel < MarkovChain.MostStates; channel++)
            chain.Add([channel], new() { Conversions = 1m });

        var markov = chain.Attribute();

        Assert.Equal((MarkovGap.TooManyStates, 50_001), (markov.Gap, markov.States));
        Assert.Equal((null, 0), (markov.BaseProbability, markov.Credits.Count));
    }

    [Fact]
    public void Impossible_orders_paths_and_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarkovChain(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarkovChain(5));
        Assert.Throws<ArgumentException>(() => new MarkovChain(1).Add([], new() { Conversions = 1m }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarkovChain(1).Add([0, -1], new() { Conversions = 1m }));
        Assert.Throws<ArgumentException>(() => new MarkovChain(1).AddTransition([0, 1], 0, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarkovChain(1).AddTransition([0], 0, -1m));
        Assert.Throws<ArgumentException>(() => new MarkovChain(1).AddEnd([], new() { Conversions = 1m }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PathCount { Conversions = -1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PathCount { Conversions = 0m, Nulls = -1m });
    }

    [Fact]
    public void A_cancelled_attribution_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => CountedPath.Chain(1, [CountedPath.Of("AB 1 1")]).Attribute(source.Token));
    }

    private static IEnumerable<double> Effects(int order, IEnumerable<CountedPath> paths) =>
        CountedPath.Chain(order, paths).Attribute().Credits.Select(credit => credit.RemovalEffect);

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Exact));
}
