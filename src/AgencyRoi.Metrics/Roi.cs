namespace AgencyRoi.Metrics;

/// <summary>
/// Return on investment from sums of value V and cost C in the same currency, period and scope.
/// Groups are ratios of sums, never means of ratios: sum first, then call these once.
/// </summary>
public static class Roi
{
    /// <summary>ROI % = (V - C) x 100 / C. Undefined over a cost of zero or below; -100 when there is cost and no value.</summary>
    public static Ratio Percent(decimal value, decimal cost) => Over(cost, c => Net(value, c) * 100m / c);

    /// <summary>BCR = V / C; ROI % = (BCR - 1) x 100. Undefined where the ROI is.</summary>
    public static Ratio BenefitCost(decimal value, decimal cost) => Over(cost, c => value / c);

    /// <summary>ROAS = revenue / advertising spend: media only, no staff, and so never to be set beside an ROI.</summary>
    public static Ratio ReturnOnAdSpend(decimal revenue, decimal adSpend) => Over(adSpend, c => revenue / c);

    /// <summary>(V with - V without - C) x 100 / C: what the work added, over its cost.</summary>
    public static Ratio IncrementalPercent(decimal valueWith, decimal valueWithout, decimal cost) =>
        Percent(valueWith - valueWithout, cost);

    /// <summary>Return of the last units of cost alone, between two levels of spending. Budget decisions need this one.</summary>
    public static Ratio MarginalPercent(decimal valueBefore, decimal costBefore, decimal valueAfter, decimal costAfter) =>
        Percent(valueAfter - valueBefore, costAfter - costBefore);

    /// <summary>V - C, in money. Always defined.</summary>
    public static decimal Net(decimal value, decimal cost) => value - cost;

    private static Ratio Over(decimal cost, Func<decimal, decimal> quotient) =>
        cost switch
        {
            0m => Ratio.Undefined(UndefinedReason.NoCost),
            < 0m => Ratio.Undefined(UndefinedReason.NegativeCost),
            _ => Ratio.Of(quotient(cost)),
        };
}
