using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The goal to activate.</summary>
/// <param name="Id">The goal.</param>
/// <param name="Version">The goal's version as you read it.</param>
internal sealed record ActivateGoalInput([property: ID<Goal>] GoalId Id, long Version);

[MutationType]
internal static partial class ActivateGoal
{
    /// <summary>
    /// Opens a draft, or a closed goal again, for outcomes. Refused without an indicator, a stream or a value, with an error for each that is missing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<GoalWithoutIndicatorError>]
    [Error<GoalWithoutStreamError>]
    [Error<GoalWithoutValueError>]
    public static Task<FieldResult<Goal>> ActivateGoalAsync(
        ActivateGoalInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ActivateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Goal>> ActivateAsync(
        DatabaseSession session,
        ActivateGoalInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Goal, GoalId>("goal", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var goal))
            return problem.Refuse<Goal>();

        var hasValue = await session
            .Db.Set<GoalValue>()
            .AnyAsync(value => value.ClientId == goal.ClientId && value.GoalId == goal.Id, cancellationToken);
        var missing = goal.Activate(hasValue, now);
        return missing.Count > 0 ? new FieldResult<Goal>(errors: [.. missing]) : await session.SaveAsync(goal, cancellationToken);
    }
}
