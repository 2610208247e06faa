namespace AgencyRoi.Metrics.Statistics;

/// <summary>
/// The score interval of one rate (Wilson 1927): (p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n). It stays within 0 and 1, also for
/// no success at all, where the textbook interval has no width.
/// </summary>
public static class Wilson
{
    /// <summary>Rate and interval at 95 %; null for an empty sample, which knows nothing.</summary>
    /// <param name="successes">From 0 to <paramref name="sample"/>.</param>
    /// <param name="sample">Need not be whole: customers under observation for half a period count half.</param>
    /// <exception cref="ArgumentException">More successes than cases, or fewer than none.</exception>
    public static Estimate? Rate(decimal successes, decimal sample)
    {
        if (successes < 0m || successes > sample)
            throw new ArgumentException("Successes lie from none to the size of the sample.", nameof(successes));
        if (sample == 0m)
            return null;

        var n = (double)sample;
        var p = (double)successes / n;
        var zz = Confidence.Z * Confidence.Z;
        var centre = p + zz / (2 * n);
        var half = Confidence.Z * Math.Sqrt(p * (1 - p) / n + zz / (4 * n * n));
        var rate = successes / sample;
        // The ends of an extreme sample are exact; the last bit of a double must not put them on the wrong side of the rate.
        var low = successes == 0m ? 0m : (decimal)((centre - half) / (1 + zz / n));
        var high = successes == sample ? 1m : (decimal)((centre + half) / (1 + zz / n));
        return new(Math.Min(low, rate), rate, Math.Max(high, rate));
    }
}
