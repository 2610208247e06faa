namespace AgencyRoi.Metrics.Comparison;

/// <summary>Quotients of sums over something else than cost.</summary>
public static class Ratios
{
    /// <summary>Undefined, because nothing was measured, when there is nothing to divide by.</summary>
    public static Ratio Of(decimal sum, decimal by) => by <= 0m ? Ratio.Undefined(UndefinedReason.NotMeasured) : Ratio.Of(sum / by);
}
