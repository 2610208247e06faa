using System.Collections.Frozen;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The judgement of a goal's indicator: volume metrics are refused, with what to count in their place.</summary>
internal static class GoalIndicators
{
    // goal-indicators.csv has the types for which volume is what comes to mind first.
    private static readonly FrozenDictionary<string, string[]> ByType = GoalData
        .Table("goal-indicators.csv")
        .GroupBy(row => row[0], row => row[1])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The refusal of a volume metric; null for an indicator that says what people do for the purpose.</summary>
    public static VanityMetricError? Refusal(string indicator, GoalType type) =>
        VolumeTerm.Of(indicator) is { } volume
            ? new VanityMetricError(volume.Named, ByType.GetValueOrDefault(EnumCode.Of(type)) ?? volume.CountInstead)
            : null;
}
