using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Comparison;

/// <summary>
/// The real part of an audience: F × (1 - f), f the share of fake and inactive accounts in an audited sample with its Wilson interval.
/// Followers have no money value of their own; they only scale estimates that rest on reach.
/// </summary>
public static class EffectiveAudience
{
    /// <summary>Null when nobody was audited: a gross figure is not passed on as a real one.</summary>
    /// <exception cref="ArgumentException">More inauthentic accounts than were looked at.</exception>
    public static Estimate? Of(decimal gross, decimal inauthentic, decimal sample) =>
        Wilson.Rate(inauthentic, sample) is { } share ? gross * share.Rest() : null;
}
