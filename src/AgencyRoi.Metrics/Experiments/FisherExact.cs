using MathNet.Numerics;

namespace AgencyRoi.Metrics.Experiments;

/// <summary>
/// The exact test of two shares (Fisher 1935), for groups too small for the normal: the two-sided p-value is the probability, with the margins as they are, of all tables
/// that are no more likely than the one that was seen. Source of the rule: R, fisher.test.
/// </summary>
public static class FisherExact
{
    // Tables that are as likely as the one seen differ from it by rounding alone.
    private const double Alike = 1 + 1e-7;

    // Of more units the logarithms of factorials are too rough, and the tables too many to count.
    private const double MostCounted = 10_000_000;

    /// <summary>Null when a group is empty: nothing was compared.</summary>
    /// <param name="firstSuccesses">From 0 to <paramref name="first"/>.</param>
    /// <param name="first">Units of the first group.</param>
    /// <param name="secondSuccesses">From 0 to <paramref name="second"/>.</param>
    /// <param name="second">Units of the second group.</param>
    public static double? PValue(long firstSuccesses, long first, long secondSuccesses, long second)
    {
        if (first <= 0 || second <= 0)
            return null;
        var successes = firstSuccesses + secondSuccesses;
        var all = Combinations(first + second, successes);
        var seen = Probability(firstSuccesses);
        var sum = 0.0;
        for (var table = Math.Max(0, successes - second); table <= Math.Min(first, successes); table++)
            if (Probability(table) is var probability && probability <= seen * Alike)
                sum += probability;
        return Math.Min(1, sum);

        double Probability(long ofFirst) => Math.Exp(Combinations(first, ofFirst) + Combinations(second, successes - ofFirst) - all);
    }

    /// <summary>Whether a table expects fewer than five in one of its cells, so that the normal is too rough for it.</summary>
    public static bool IsNeeded(long firstSuccesses, long first, long secondSuccesses, long second)
    {
        var all = (double)(first + second);
        var rarer = Math.Min(firstSuccesses + secondSuccesses, first + second - firstSuccesses - secondSuccesses);
        return all <= MostCounted && Math.Min(first, second) * (rarer / all) < 5;
    }

    private static double Combinations(long n, long k) =>
        SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
}
