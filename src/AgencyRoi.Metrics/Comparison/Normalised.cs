namespace AgencyRoi.Metrics.Comparison;

/// <summary>Sums of one client, channel or campaign in a period, in one currency.</summary>
/// <param name="RealFollowers">Audited; null when nobody looked.</param>
public readonly record struct Volume(decimal Value, decimal Cost, decimal Hours, decimal? RealFollowers);

/// <summary>Value on scales by which small and large can be compared. Each is a ratio of sums, undefined where there is nothing to divide by.</summary>
public sealed record Normalised(Ratio ValuePerThousandOfSpend, Ratio ValuePerHour, Ratio ValuePerRealFollower, Ratio CostPerRealFollower)
{
    public static Normalised Of(Volume volume) =>
        new(
            Roi.BenefitCost(volume.Value * 1_000m, volume.Cost),
            Ratios.Of(volume.Value, volume.Hours),
            Ratios.Of(volume.Value, volume.RealFollowers ?? 0m),
            Ratios.Of(volume.Cost, volume.RealFollowers ?? 0m)
        );
}
