using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>A goal against time: the target of today, or of its last day when that is over.</summary>
internal sealed record PacedGoal(Goal Goal, IEnumerable<GoalAim> Aims, DateOnly Today)
{
    public decimal? Target { get; } =
        GoalAim.InForce(Aims, GoalAspect.Target, Goal.To <= Today ? Goal.To.Value.AddDays(-1) : Today)?.TargetQuantity;

    /// <summary>Its days; null when it cannot be paced.</summary>
    public DateRange? Days => Target > 0 && Goal is { From: { } from, To: { } to } ? new(from, to) : null;
}
