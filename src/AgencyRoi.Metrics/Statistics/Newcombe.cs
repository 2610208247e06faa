namespace AgencyRoi.Metrics.Statistics;

/// <summary>
/// The interval of a difference of two rates from the Wilson intervals of each (Newcombe 1998, method 10):
/// d - sqrt((p1 - l1)² + (u2 - p2)²) to d + sqrt((u1 - p1)² + (p2 - l2)²).
/// </summary>
public static class Newcombe
{
    /// <summary>The first rate less the second, each with its Wilson bounds.</summary>
    public static Estimate Difference(Estimate first, Estimate second)
    {
        var difference = first.Amount - second.Amount;
        var below = Hypotenuse(first.Amount - first.Low, second.High - second.Amount);
        var above = Hypotenuse(first.High - first.Amount, second.Amount - second.Low);
        return new(difference - below, difference, difference + above);
    }

    private static decimal Hypotenuse(decimal one, decimal other) => (decimal)Math.Sqrt((double)(one * one + other * other));
}
