using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>Something that may belong to a goal.</summary>
internal interface IOfGoal
{
    GoalId? GoalId { get; }
}

[ExtendObjectType<IOfGoal>]
internal static partial class GoalOf
{
    [Portal]
    [BindMember(nameof(IOfGoal.GoalId))]
    public static Task<Goal?> GetGoalAsync(
        [Parent("GoalId")] IOfGoal row,
        RowById<Goal, GoalId> goals,
        QueryContext<Goal> query,
        CancellationToken cancellationToken
    ) => goals.LoadIfReferredAsync(row.GoalId, query, cancellationToken);
}
