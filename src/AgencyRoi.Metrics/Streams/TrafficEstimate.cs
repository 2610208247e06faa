namespace AgencyRoi.Metrics.Streams;

/// <summary>
/// The estimated form that search tools call traffic value: volume × click rate of the position × price. A forecast to compare with what
/// was measured; it is not posted.
/// </summary>
public static class TrafficEstimate
{
    public static decimal Visits(decimal searches, decimal clickRate) => searches * clickRate;

    public static decimal Value(decimal searches, decimal clickRate, decimal pricePerClick) => Visits(searches, clickRate) * pricePerClick;

    /// <summary>What the best position would add to what there is.</summary>
    public static decimal Potential(decimal now, decimal atTheTop) => atTheTop - now;
}
