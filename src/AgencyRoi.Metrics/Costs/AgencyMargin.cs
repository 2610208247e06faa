namespace AgencyRoi.Metrics.Costs;

/// <summary>The agency's margin on a client: revenue - cost, and that over revenue. Never the client's return.</summary>
/// <param name="Percent">Of revenue; undefined without any.</param>
public sealed record AgencyMargin(decimal Revenue, decimal Cost, decimal Profit, Ratio Percent)
{
    public static AgencyMargin Of(decimal revenue, decimal cost) =>
        new(
            revenue,
            cost,
            revenue - cost,
            revenue <= 0m ? Ratio.Undefined(UndefinedReason.NotMeasured) : Ratio.Of((revenue - cost) * 100m / revenue)
        );
}
