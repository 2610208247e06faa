namespace AgencyRoi.Portfolio.Goals;

/// <summary>A decision to count a volume metric in a goal although the rule refuses it. The goal's outcomes are then never value.</summary>
/// <param name="Reason">Why the agency insists on it: not empty, at most 2000 characters.</param>
internal sealed record KeepVolumeIndicatorInput(string Reason);

/// <summary>A decision to count a volume metric in a goal: the goal's outcomes are recorded, and are never value.</summary>
/// <param name="Reason">Why the agency insists on it.</param>
/// <param name="KeptBy">Who decided it.</param>
/// <param name="KeptAt">When it was decided.</param>
internal readonly record struct KeptVolumeIndicator(string Reason, string KeptBy, DateTimeOffset KeptAt)
{
    /// <param name="by">The actor of the session.</param>
    public static KeptVolumeIndicator? Of(KeepVolumeIndicatorInput? input, string by, DateTimeOffset now) =>
        input is null ? null : new KeptVolumeIndicator(input.Reason, by, now);
}
