using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>Changes to a goal. What is not given stays as it is; posted entries stay in any case.</summary>
/// <param name="Id">The goal.</param>
/// <param name="Version">The goal's version as you read it.</param>
/// <param name="Type">What it is after.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Indicator">What is counted; null removes it from a draft.</param>
/// <param name="Stream">The value stream that later outcomes belong to; null removes it from a draft.</param>
/// <param name="EvidenceGrade">How well later outcomes are proven to be owed to the agency's work.</param>
/// <param name="TargetQuantity">How many units are aimed at, in place of whatever was aimed at before; null: nothing is.</param>
/// <param name="From">Its first day; null removes it.</param>
/// <param name="To">The first day after it; null: it has no end yet.</param>
/// <param name="Owner">Who answers for it; null removes it.</param>
/// <param name="ChannelId">The channel of later outcomes that name none; null removes it.</param>
/// <param name="CampaignId">The campaign of later outcomes that name none; null removes it.</param>
/// <param name="ExternalReference">Its key in another system; null removes it.</param>
/// <param name="KeepVolumeIndicator">Keeps a volume metric as the indicator of a draft, by a decision that is recorded; outcomes of the goal are then never value.</param>
/// <param name="EffectiveFrom">
/// The first day on which the given indicator and target hold, in the client's time zone, not after today; without it, today. They hold until a day from
/// which something else is known already. To correct what never was true, give the day from which it is true; 1900-01-01: from the beginning.
/// </param>
/// <param name="TargetAmount">
/// How much money is aimed at, in the client's currency, in place of whatever was aimed at before; null: nothing is. Value booked under the goal is held against it.
/// </param>
/// <param name="LookBackDays">
/// From 1 to 365: how many days back touches count for its conversions; null: as many as the client's attribution policy says. Conversions that are posted stay
/// until they are revalued.
/// </param>
/// <param name="ContactStage">The step of the contacts' funnel to which its work brings people, REACHED to REGULAR; null: to none in particular.</param>
internal sealed record UpdateGoalInput(
    [property: ID<Goal>] GoalId Id,
    long Version,
    GoalType? Type = null,
    string? Name = null,
    Optional<string?> Indicator = default,
    Optional<ValueStream?> Stream = default,
    EvidenceGrade? EvidenceGrade = null,
    Optional<decimal?> TargetQuantity = default,
    Optional<DateOnly?> From = default,
    Optional<DateOnly?> To = default,
    Optional<string?> Owner = default,
    [property: ID<Channel>] Optional<ChannelId?> ChannelId = default,
    [property: ID<Campaign>] Optional<CampaignId?> CampaignId = default,
    [property: Key] Optional<string?> ExternalReference = default,
    KeepVolumeIndicatorInput? KeepVolumeIndicator = null,
    DateOnly? EffectiveFrom = null,
    Optional<decimal?> TargetAmount = default,
    Optional<int?> LookBackDays = default,
    Optional<CustomerStage?> ContactStage = default
)
{
    internal bool SaysTarget => TargetQuantity.HasValue || TargetAmount.HasValue;

    internal bool SaysWhatItAimsAt => Indicator.HasValue || SaysTarget;
}

[MutationType]
internal static partial class UpdateGoal
{
    /// <summary>
    /// Changes a goal. A goal that is or was active keeps an indicator and a stream. Another indicator or target holds from a day on; <c>aims</c> keeps what was
    /// before.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<VanityMetricError>]
    [Error<GoalNotDraftError>]
    [Error<GoalWithoutIndicatorError>]
    [Error<GoalWithoutStreamError>]
    [Error<StreamNotOfDisciplineError>]
    public static Task<FieldResult<Goal>> UpdateGoalAsync(
        UpdateGoalInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Goal>> UpdateAsync(
        DatabaseSession session,
        UpdateGoalInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        GoalChecks.Apply(
            checks,
            name: input.Name,
            indicator: input.Indicator.Value,
            targetQuantity: input.TargetQuantity.Value,
            targetAmount: input.TargetAmount.Value,
            owner: input.Owner.Value,
            externalReference: input.ExternalReference.Value,
            input.KeepVolumeIndicator,
            lookBackDays: input.LookBackDays.Value,
            contactStage: input.ContactStage.Value
        );
        checks.Days(input.From.Value, input.To.Value);
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Require(
            input.EffectiveFrom is null || input.SaysWhatItAimsAt,
            "effectiveFrom",
            "effectiveFrom is the day of an indicator or a target: give one of them, or leave effectiveFrom out."
        );
        if (!checks.Passed)
            return checks.Refuse<Goal>();

        // Two writers for the same day get numbers one after the other.
        if (input.SaysWhatItAimsAt)
            await session.LockAsync("goals", input.Id, cancellationToken);
        var found = await session.FindAsync<Goal, GoalId>("goal", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var goal))
            return problem.Refuse<Goal>();
        // Whether a goal counts volume is true of today alone, and cannot differ from its indicator.
        if (
            input.EffectiveFrom is not null
            && input.Indicator.HasValue
            && (goal.KeptVolume is not null || input.KeepVolumeIndicator is not null)
        )
            return BadInputError
                .At(
                    "effectiveFrom",
                    "The indicator of a goal that counts volume changes today and not in the past: leave effectiveFrom out."
                )
                .Refuse<Goal>();
        if (input.Stream.Value is { } stream)
        {
            // Until the commit, so that its discipline does not change in between.
            await session.LockAsync("purposes", goal.PurposeId, cancellationToken);
            var purpose = await session.Db.Set<Purpose>().SingleAsync(row => row.Id == goal.PurposeId, cancellationToken);
            if (!purpose.Discipline.MayUse(stream))
                return new StreamNotOfDisciplineError(purpose.Discipline, stream).Refuse<Goal>();
        }
        var before = (goal.Indicator, goal.Target);
        if (goal.Change(input, KeptVolumeIndicator.Of(input.KeepVolumeIndicator, session.Scope.Actor, now), now) is { } refused)
            return refused.Refuse<Goal>();
        if (goal.KeptVolume is not null && (input.TargetAmount.Value is not null || goal.Target.Money is not null && !input.SaysTarget))
            return BadInputError.At("targetAmount", GoalTarget.NoMoneyOfVolume).Refuse<Goal>();
        if (input.SaysWhatItAimsAt && await GoalAims.AddAsync(session, goal, input, before, now, cancellationToken) is { } tooEarly)
            return tooEarly.Refuse<Goal>();
        return await session.SaveAsync(goal, cancellationToken);
    }
}
