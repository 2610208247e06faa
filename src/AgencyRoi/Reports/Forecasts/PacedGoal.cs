using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>A goal against time: the target of today, or of its last day when that is over.</summary>
internal sealed record PacedGoal(Goal Goal, IEnumerable<GoalAim> Aims, DateOnly Today)
{
    public GoalTarget Target { get; } =
        GoalAim.InForce(Aims, GoalAspect.Target, Goal.To <= Today ? Goal.To.Value.AddDays(-1) : Today)?.Target ?? default;

    /// <summary>Its days; null when it cannot be paced.</summary>
    public DateRange? Days =>
        (Target.Quantity ?? Target.Money?.Amount) > 0 && Goal is { From: { } from, To: { } to } ? new(from, to) : null;

    /// <summary>Its days that are over.</summary>
    public GoalDays DaysSoFar => new(Goal.ClientId, Goal.Id, Days!.Value.Intersect(DateRange.Before(Today))); // Asked only of what is paced.
}
