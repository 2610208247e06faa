using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The value of one unit of a goal from a day on.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="EffectiveFrom">The first day on which it holds, in the client's time zone.</param>
/// <param name="Amount">Not below zero, with at most ten places. Null: it is calculated, as a lead or as a solved problem.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IsAssumed">Whether it is an assumption rather than a figure of the client's books.</param>
/// <param name="Note">How it was arrived at.</param>
/// <param name="Lead">The inputs of a lead's value, in place of an amount.</param>
/// <param name="SolvedProblem">The inputs of a solved problem's value, in place of an amount.</param>
internal sealed record SetGoalValueInput(
    [property: ID<Goal>] GoalId GoalId,
    DateOnly EffectiveFrom,
    decimal? Amount,
    string Currency,
    bool IsAssumed = false,
    string? Note = null,
    LeadValueInput? Lead = null,
    SolvedProblemValueInput? SolvedProblem = null
);

[MutationType]
internal static partial class SetGoalValue
{
    /// <summary>
    /// States what a unit is worth from a day on. Outcomes that are recorded from now on take it; entries already posted stay, also those of days
    /// after it. Of two values for the same day the later one holds. A value that is calculated keeps its inputs: give those that change, and the others are taken
    /// from the calculation in force on that day. What is taken from the client or from a role class is calculated anew when it changes there. To repeat it
    /// safely, send it again: it states the same once more, and nothing counts twice.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalCountsVolumeError>]
    [Error<ForbiddenError>]
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
        checks.Amount(input.Amount ?? 0m, "amount");
        checks.Require(
            new object?[] { input.Amount, input.Lead, input.SolvedProblem }.Count(way => way is not null) == 1,
            "amount",
            "A value is stated or calculated: give one of amount, lead and solvedProblem."
        );
        input.Lead?.Check(checks.Within("lead"));
        input.SolvedProblem?.Check(checks.Within("solvedProblem"));
        checks.Currency(input.Currency);
        checks.Text(input.Note, "note", longest: 2000);
        if (!checks.Passed)
            return checks.Refuse<GoalValue>();

        if (!await LockAsync(session, input, cancellationToken))
            return NotFoundError.Of("goal", "goalId").Refuse<GoalValue>();
        var goal = await session.Db.Set<Goal>().SingleAsync(row => row.Id == input.GoalId, cancellationToken);
        if (goal.KeptVolume is not null)
            return new GoalCountsVolumeError().Refuse<GoalValue>();

        var values = (await GoalLoaders.ValuesOfAsync(session, [goal.Id], cancellationToken))[goal.Id].ToList();
        var calculated = await CalculatedInputs.OfAsync(session, goal, input, values, cancellationToken);
        if (calculated.Failed(out var unknown, out var calculation))
            return unknown.Refuse<GoalValue>();
        var way = input.Lead is null ? "solvedProblem" : "lead";
        if ((calculation is null ? input.Amount : calculation.Amount) is not { } amount)
            return BadInputError
                .At(way, "An input is missing, and no calculation of this kind and currency is in force to take it from.")
                .Refuse<GoalValue>();
        if (amount > AmountBounds.LargestGiven)
            return BadInputError.At(way, AmountMessages.Given).Refuse<GoalValue>();
        var value = GoalValue.Create(goal, input, amount, calculation, values.NextRevision(input.EffectiveFrom), now);
        session.Db.Add(value);
        if (calculation?.HourlyRateOfRole is { } role)
            await ValueRecalculation.AfterRateAsync(session, role, [.. values, value], now, cancellationToken);
        return await session.SaveAsync(value, cancellationToken);
    }

    // Two writers for the same day get numbers one after the other, and what is taken from elsewhere does not change until the commit.
    private static async Task<bool> LockAsync(DatabaseSession session, SetGoalValueInput input, CancellationToken cancellationToken)
    {
        if (input.Lead is not null)
        {
            var clients = await session
                .Db.Set<Goal>()
                .Where(row => row.Id == input.GoalId)
                .Select(row => row.ClientId)
                .ToListAsync(cancellationToken);
            foreach (var client in clients)
                await session.LockAsync("clients", client, cancellationToken);
        }
        if (input.SolvedProblem is not null)
            await RoleRates.LockForReadingAsync(session, cancellationToken);
        return await session.LockAsync("goals", input.GoalId, cancellationToken);
    }
}
