using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The goal to close.</summary>
/// <param name="Id">The goal.</param>
/// <param name="Version">The goal's version as you read it.</param>
internal sealed record CloseGoalInput([property: ID<Goal>] GoalId Id, long Version);

[MutationType]
internal static partial class CloseGoal
{
    /// <summary>Ends a goal: it takes no more outcomes, and what it brought stays. Closing it twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<GoalNotActiveError>]
    public static Task<FieldResult<Goal>> CloseGoalAsync(
        CloseGoalInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CloseAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Goal>> CloseAsync(
        DatabaseSession session,
        CloseGoalInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Goal, GoalId>("goal", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var goal))
            return problem.Refuse<Goal>();
        return goal.Close(now) is { } refused ? refused.Refuse<Goal>() : await session.SaveAsync(goal, cancellationToken);
    }
}
