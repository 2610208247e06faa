using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>Changes to a goal. What is not given stays as it is; posted entries stay in any case.</summary>
/// <param name="Id">The goal.</param>
/// <param name="Version">The goal's version as you read it.</param>
/// <param name="Type">What it is after.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Indicator">What is counted; null removes it from a draft.</param>
/// <param name="Stream">The value stream that later outcomes belong to; null removes it from a draft.</param>
/// <param name="EvidenceGrade">How well later outcomes are proven to be owed to the agency's work.</param>
/// <param name="TargetQuantity">How many units are aimed at; null removes it.</param>
/// <param name="StartsOn">Its first day; null removes it.</param>
/// <param name="EndsOn">Its last day; null removes it.</param>
/// <param name="Owner">Who answers for it; null removes it.</param>
/// <param name="ChannelId">The channel of later outcomes that name none; null removes it.</param>
/// <param name="CampaignId">The campaign of later outcomes that name none; null removes it.</param>
/// <param name="ExternalReference">Its key in another system; null removes it.</param>
/// <param name="KeepVolumeIndicator">Keeps a volume metric as the indicator of a draft, by a decision that is recorded; outcomes of the goal are then never value.</param>
internal sealed record UpdateGoalInput(
    [property: ID<Goal>] GoalId Id,
    long Version,
    GoalType? Type = null,
    string? Name = null,
    Optional<string?> Indicator = default,
    Optional<ValueStream?> Stream = default,
    EvidenceGrade? EvidenceGrade = null,
    Optional<decimal?> TargetQuantity = default,
    Optional<DateOnly?> StartsOn = default,
    Optional<DateOnly?> EndsOn = default,
    Optional<string?> Owner = default,
    [property: ID<Channel>] Optional<ChannelId?> ChannelId = default,
    [property: ID<Campaign>] Optional<CampaignId?> CampaignId = default,
    [property: Key] Optional<string?> ExternalReference = default,
    KeepVolumeIndicatorInput? KeepVolumeIndicator = null
);

[MutationType]
internal static partial class UpdateGoal
{
    /// <summary>Changes a goal. A goal that is or was active keeps an indicator and a stream.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<VanityMetricError>]
    [Error<GoalNotDraftError>]
    [Error<GoalWithoutIndicatorError>]
    [Error<GoalWithoutStreamError>]
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
            input.TargetQuantity.Value,
            owner: input.Owner.Value,
            externalReference: input.ExternalReference.Value,
            input.KeepVolumeIndicator
        );
        checks.Days(input.StartsOn.Value, input.EndsOn.Value);
        if (!checks.Passed)
            return checks.Refuse<Goal>();

        var found = await session.FindAsync<Goal, GoalId>("goal", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var goal))
            return problem.Refuse<Goal>();
        return goal.Change(input, KeptVolumeIndicator.Of(input.KeepVolumeIndicator, session.Scope.Actor, now), now) is { } refused
            ? refused.Refuse<Goal>()
            : await session.SaveAsync(goal, cancellationToken);
    }
}
