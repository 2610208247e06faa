using System.Collections.Frozen;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The judgement of a goal's indicator: volume metrics are refused, with what to count in their place.</summary>
internal static class GoalIndicators
{
    // goal-indicators.csv has the types for which volume is what comes to mind first.
    private static readonly FrozenDictionary<string, string[]> ByType = GoalData
        .Table("goal-indicators.csv")
        .GroupBy(row => row[0], row => row[1])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The refusal of a volume metric that is not kept, and of keeping what is none; null for an indicator that stands.</summary>
    public static IUserError? Refusal(string? indicator, GoalType type, KeptVolumeIndicator? kept) =>
        (indicator is null ? null : VolumeTerm.Of(indicator)) switch
        {
            { } volume when kept is null => new VanityMetricError(volume.Named, Instead(volume, type)),
            null when kept is not null => BadInputError.At(
                "keepVolumeIndicator",
                "The indicator is no volume metric: it needs nobody to keep it."
            ),
            _ => null,
        };

    private static IReadOnlyList<string> Instead(VolumeTerm volume, GoalType type) =>
        ByType.GetValueOrDefault(EnumCode.Of(type)) ?? volume.CountInstead;
}
