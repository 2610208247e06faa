namespace AgencyRoi.Metrics.Statistics;

/// <summary>The pooled test of two rates: z = d / sqrt(p(1-p)(1/n1 + 1/n2)), two-sided p-value from the normal.</summary>
public static class TwoProportions
{
    /// <summary>Null when a sample is empty or both rates are the same end, 0 or 1: there is no spread to measure by.</summary>
    public static (double Z, double PValue)? Test(decimal firstSuccesses, decimal first, decimal secondSuccesses, decimal second)
    {
        if (first <= 0m || second <= 0m)
            return null;
        var pooled = (double)((firstSuccesses + secondSuccesses) / (first + second));
        var error = Math.Sqrt(pooled * (1 - pooled) * (1 / (double)first + 1 / (double)second));
        if (error == 0)
            return null;
        var z = (double)(firstSuccesses / first - secondSuccesses / second) / error;
        return (z, Confidence.PValue(z));
    }
}
