using System.Numerics;

namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>The Shapley value of any game by its definition: sum over the sets S without c of |S|!(n-|S|-1)! ÷ n! × (v(S + c) - v(S)).</summary>
internal static class ShapleyValue
{
    /// <param name="v">What a set of players wins; a set is the sum of 2^player.</param>
    public static double[] Of(int players, Func<int, double> v)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, 20);
        double[] wins = [.. Enumerable.Range(0, 1 << players).Select(v)];
        return
        [
            .. Enumerable
                .Range(0, players)
                .Select(player =>
                    Enumerable.Range(0, wins.Length).Where(set => (set >> player & 1) == 0).Sum(set => Term(players, player, set, wins))
                ),
        ];
    }

    /// <summary>What one set adds to a player's value.</summary>
    public static double Term(int players, int player, int set, double[] wins)
    {
        var others = BitOperations.PopCount((uint)set);
        return Factorial(others) * Factorial(players - others - 1) / Factorial(players) * (wins[set | 1 << player] - wins[set]);
    }

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, factor) => product * factor);
}
