using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours that somebody worked.</summary>
/// <param name="ClientId">The client they worked for; the house account for hours of no client.</param>
/// <param name="PersonId">Who worked.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Hours">Not below zero, at most 24 on a day over all clients, at most four places.</param>
/// <param name="ChannelId">The client's channel they worked on.</param>
/// <param name="CampaignId">The client's campaign they worked on.</param>
/// <param name="GoalId">The client's goal they worked for.</param>
/// <param name="Note">What was done, at most 2000 characters.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordTimeEntryInput(
    [property: ID<Client>] Guid ClientId,
    [property: ID<Person>] Guid PersonId,
    DateOnly OccurredOn,
    decimal Hours,
    [property: ID<Channel>] Guid? ChannelId = null,
    [property: ID<Campaign>] Guid? CampaignId = null,
    [property: ID<Goal>] Guid? GoalId = null,
    string? Note = null,
    [property: Key] string? ExternalReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordTimeEntry
{
    /// <summary>
    /// Records hours and posts their cost, paid by the agency, at the rate of their day: the person's, or that of the role class, or the default.
    /// Without a rate they are kept as a gap and posted as soon as there is one. To a token that is restricted to clients there are no people. To
    /// repeat it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeHoursError>]
    [Error<TooManyHoursError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<TimeEntry>> RecordTimeEntryAsync(
        RecordTimeEntryInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static Task<FieldResult<TimeEntry>> RecordAsync(
        DatabaseSession session,
        RecordTimeEntryInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var statement = new TimeStatement(
            input.ClientId,
            input.ExternalReference ?? FactReference.New(now),
            input.PersonId,
            input.OccurredOn,
            input.Hours,
            input.ChannelId,
            input.CampaignId,
            input.GoalId,
            input.Note
        );
        return OneFact.StoreAsync(
            session,
            statement,
            TimeChecks.Apply,
            TimeIntake.StoreAsync,
            new RecordingOptions(now, input.ExpectNew),
            cancellationToken
        );
    }
}
