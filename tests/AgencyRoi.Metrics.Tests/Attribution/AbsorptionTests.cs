using System.Runtime.Intrinsics;
using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>Chains in which journeys hardly ever end: the ones that sweeps or simulations do not come to an end with.</summary>
public sealed class AbsorptionTests
{
    private const double Stays = 0.9999;

    [Fact]
    public void A_return_of_nearly_1_changes_nothing()
    {
        var chain = new MarkovChain(1);
        chain.AddTransition([], 0, 4m);
        chain.AddTransition([0], 0, 40_000_000_000m);
        chain.AddTransition([0], 1, 1m);
        chain.AddEnd([0], new() { Conversions = 1m, Nulls = 2m });
        chain.AddEnd([1], new() { Conversions = 1m });

        var markov = chain.Attribute();

        Assert.Equal(0.5, markov.BaseProbability!.Value, 1e-12);
        Assert.Equal([1, 0.5], markov.Credits.Select(credit => Math.Round(credit.RemovalEffect, 12)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Two_channels_that_journeys_hardly_leave_have_the_probability_of_their_exits(int order)
    {
        var chain = new MarkovChain(order);
        chain.AddTransition([], 0, 1m);
        int[][] states =
            order == 1
                ?
                [
                    [0],
                    [1],
                ]
                :
                [
                    [0],
                    [0, 1],
                    [1, 0],
                ];
        foreach (var state in states)
        {
            chain.AddTransition(state, 1 - state[^1], 999_900m);
            chain.AddEnd(state, state[^1] == 0 ? new() { Conversions = 100m } : new() { Conversions = 0m, Nulls = 100m });
        }

        var markov = chain.Attribute();

        Assert.Equal(1 / (1 + Stays), markov.BaseProbability!.Value, 1e-9);
        // Without the second channel only those convert that end at once.
        Assert.Equal(1 - 0.0001 * (1 + Stays), markov.Credits[1].RemovalEffect, 1e-9);
    }

    [Fact]
    public void A_ring_of_many_channels_is_solved()
    {
        const int channels = 3_000;
        var counts = new TransitionCounts(1);
        var state = counts.Add(0, 0, 1);
        for (var channel = 1; channel <= channels; channel++)
        {
            counts.AddEnd(state, channel % 2, 1 - channel % 2);
            state = counts.Add(state, channel % channels, Stays / (1 - Stays));
        }

        var x = Solved(TransitionMatrix.Of(counts));

        Assert.Equal(1 / (1 + Stays), x[^1], 1e-9);
    }

    [Fact]
    public void Many_circles_of_every_strength_are_solved_to_the_residual()
    {
        const int channels = 400;
        var random = new Random(9);
        var counts = new TransitionCounts(1);
        for (var channel = 0; channel < channels; channel++)
        {
            var state = counts.Add(0, channel, 1);
            var leaves = Math.Pow(10, -random.Next(1, 6));
            counts.Add(state, channel ^ 1, 1);
            counts.Add(state, random.Next(channels), leaves);
            counts.AddEnd(state, leaves * random.NextDouble(), leaves * random.NextDouble());
        }
        var matrix = TransitionMatrix.Of(counts);

        var x = Solved(matrix);

        Assert.All(x, probability => Assert.InRange(probability, 0, 1));
        for (var row = 0; row < matrix.Rows; row++)
            Assert.Equal(
                0,
                matrix.Conversion[row] + Moved(matrix, matrix.Earlier(row), x) + Moved(matrix, matrix.Later(row), x) - x[row],
                1e-12
            );
    }

    private static double Moved(TransitionMatrix matrix, Range places, double[] x) =>
        matrix.Columns[places].Zip(matrix.Probabilities[places], (column, probability) => x[column] * probability).Sum();

    private static double[] Solved(TransitionMatrix matrix)
    {
        var (x, kept) = (new Vector256<double>[matrix.Rows], new Vector256<double>[matrix.Rows]);
        Array.Fill(kept, Vector256<double>.AllBitsSet);
        Assert.True(new AbsorptionSolver(matrix).Solve(x, kept, CancellationToken.None));
        return [.. x.Select(lanes => lanes[0])];
    }
}
