using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Outcomes;

/// <summary>A correction of an outcome. Fields that are not given stay as they are.</summary>
/// <param name="Id">The outcome.</param>
/// <param name="Version">The outcome's version as you read it.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Quantity">How many units of the indicator: not below zero, with at most four places.</param>
/// <param name="ChannelId">The channel it came through; null: that of the goal.</param>
/// <param name="CampaignId">The campaign it belongs to; null: that of the goal.</param>
/// <param name="Note">Anything worth knowing; null removes it.</param>
/// <param name="LeadReference">The lead's key in another system; null removes it.</param>
/// <param name="OrderReference">The order's key in another system; null removes it.</param>
/// <param name="ContactReference">The contact's key in another system; null removes it.</param>
internal sealed record CorrectOutcomeInput(
    [property: ID<Outcome>] Guid Id,
    long Version,
    DateOnly? OccurredOn = null,
    decimal? Quantity = null,
    [property: ID<Channel>] Optional<Guid?> ChannelId = default,
    [property: ID<Campaign>] Optional<Guid?> CampaignId = default,
    Optional<string?> Note = default,
    [property: Key] Optional<string?> LeadReference = default,
    [property: Key] Optional<string?> OrderReference = default,
    [property: Key] Optional<string?> ContactReference = default
);

[MutationType]
internal static partial class CorrectOutcome
{
    /// <summary>
    /// Corrects an outcome: the ledger reverses what was posted and posts anew, at the value in force on the outcome's day. Also on a closed goal. A
    /// retracted outcome counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalNotActiveError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<Outcome>> CorrectOutcomeAsync(
        CorrectOutcomeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CorrectAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Outcome>> CorrectAsync(
        DatabaseSession session,
        CorrectOutcomeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Outcome>("outcome", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var outcome))
            return problem.Refuse<Outcome>();

        var old = outcome.Content;
        var statement = old with
        {
            OccurredOn = input.OccurredOn ?? old.OccurredOn,
            Quantity = input.Quantity ?? old.Quantity,
            ChannelId = input.ChannelId.Or(old.ChannelId),
            CampaignId = input.CampaignId.Or(old.CampaignId),
            Note = input.Note.Or(old.Note),
            LeadReference = input.LeadReference.Or(old.LeadReference),
            OrderReference = input.OrderReference.Or(old.OrderReference),
            ContactReference = input.ContactReference.Or(old.ContactReference),
        };
        return await OneFact.StoreAsync(
            session,
            statement,
            OutcomeChecks.Apply,
            OutcomeIntake.StoreAsync,
            new RecordingOptions(now, IsCorrection: true),
            cancellationToken
        );
    }
}
