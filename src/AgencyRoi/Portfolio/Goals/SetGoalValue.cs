using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The value of one unit of a goal from a day on.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="EffectiveFrom">The first day on which it holds, in the client's time zone.</param>
/// <param name="Amount">Not below zero, with at most ten places.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IsAssumed">Whether it is an assumption rather than a figure of the client's books.</param>
/// <param name="Note">How it was arrived at.</param>
internal sealed record SetGoalValueInput(
    [property: ID<Goal>] GoalId GoalId,
    DateOnly EffectiveFrom,
    decimal Amount,
    string Currency,
    bool IsAssumed = false,
    string? Note = null
);

[MutationType]
internal static partial class SetGoalValue
{
    /// <summary>
    /// States what a unit is worth from a day on. Outcomes that are recorded from now on take it; entries already posted stay, also those of days
    /// after it. Of two values for the same day the later one holds. To repeat it safely, send it again: it states the same once more, and nothing
    /// counts twice.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalCountsVolumeError>]
    public static Task<FieldResult<GoalValue>> SetGoalValueAsync(
        SetGoalValueInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<GoalValue>> SetAsync(
        DatabaseSession session,
        SetGoalValueInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Amount(input.Amount, "amount");
        checks.Currency(input.Currency);
        checks.Text(input.Note, "note", longest: 2000);
        if (!checks.Passed)
            return checks.Refuse<GoalValue>();

        // Two writers for the same day get numbers one after the other.
        if (!await session.LockAsync("goals", input.GoalId, cancellationToken))
            return NotFoundError.Of("goal", "goalId").Refuse<GoalValue>();
        var goal = await session.Db.Set<Goal>().SingleAsync(row => row.Id == input.GoalId, cancellationToken);
        if (goal.KeptVolume is not null)
            return new GoalCountsVolumeError().Refuse<GoalValue>();
        var last = await session
            .Db.Set<GoalValue>()
            .Where(row => row.ClientId == goal.ClientId && row.GoalId == goal.Id && row.EffectiveFrom == input.EffectiveFrom)
            .MaxAsync(row => (int?)row.Revision, cancellationToken);

        var value = GoalValue.Create(goal, input, (last ?? 0) + 1, now);
        session.Db.Add(value);
        return await session.SaveAsync(value, cancellationToken);
    }
}
