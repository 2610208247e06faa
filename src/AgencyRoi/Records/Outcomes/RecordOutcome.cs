using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Outcomes;

/// <summary>An outcome to record.</summary>
/// <param name="GoalId">The goal whose indicator was met. It is active.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Quantity">How many units of the indicator: not below zero, with at most four places. Zero is a fact without value.</param>
/// <param name="ChannelId">The channel it came through; without one that of the goal.</param>
/// <param name="CampaignId">The campaign it belongs to; without one that of the goal.</param>
/// <param name="Note">Anything worth knowing.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content, nothing changes; with other content the outcome is revised.</param>
/// <param name="LeadReference">The lead's key in another system. Outcomes and conversions that name the same lead count once; not above a quantity of 1.</param>
/// <param name="OrderReference">The order's key in another system, which goes before the lead's: what names the same order counts once.</param>
/// <param name="ContactReference">The contact's key in another system. No name and no address.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordOutcomeInput(
    [property: ID<Goal>] Guid GoalId,
    DateOnly OccurredOn,
    decimal Quantity,
    [property: ID<Channel>] Guid? ChannelId = null,
    [property: ID<Campaign>] Guid? CampaignId = null,
    string? Note = null,
    [property: Key] string? ExternalReference = null,
    [property: Key] string? LeadReference = null,
    [property: Key] string? OrderReference = null,
    [property: Key] string? ContactReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordOutcome
{
    /// <summary>
    /// Records that a goal's indicator was met, at the value in force on that day, and posts it to the ledger. Safe to repeat with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalNotActiveError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Outcome>> RecordOutcomeAsync(
        RecordOutcomeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static Task<FieldResult<Outcome>> RecordAsync(
        DatabaseSession session,
        RecordOutcomeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var statement = new OutcomeStatement(
            input.GoalId,
            input.ExternalReference ?? FactReference.New(now),
            input.OccurredOn,
            input.Quantity,
            input.ChannelId,
            input.CampaignId,
            input.Note
        )
        {
            LeadReference = input.LeadReference,
            OrderReference = input.OrderReference,
            ContactReference = input.ContactReference,
        };
        return OneFact.StoreAsync(
            session,
            statement,
            OutcomeChecks.Apply,
            OutcomeIntake.StoreAsync,
            new RecordingOptions(now, input.ExpectNew),
            cancellationToken
        );
    }
}
