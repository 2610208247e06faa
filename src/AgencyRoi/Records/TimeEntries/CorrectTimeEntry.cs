using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>A correction of a time entry. Fields that are not given stay as they are.</summary>
/// <param name="Id">The hours.</param>
/// <param name="Version">Their version as you read it.</param>
/// <param name="PersonId">Who worked.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Hours">Not below zero, at most 24 on a day over all clients, at most four places.</param>
/// <param name="ChannelId">The client's channel; null removes it.</param>
/// <param name="CampaignId">The client's campaign; null removes it.</param>
/// <param name="GoalId">The client's goal; null removes it.</param>
/// <param name="Note">At most 2000 characters; null removes it.</param>
internal sealed record CorrectTimeEntryInput(
    [property: ID<TimeEntry>] Guid Id,
    long Version,
    [property: ID<Person>] Guid? PersonId = null,
    DateOnly? OccurredOn = null,
    decimal? Hours = null,
    [property: ID<Channel>] Optional<Guid?> ChannelId = default,
    [property: ID<Campaign>] Optional<Guid?> CampaignId = default,
    [property: ID<Goal>] Optional<Guid?> GoalId = default,
    Optional<string?> Note = default
);

[MutationType]
internal static partial class CorrectTimeEntry
{
    /// <summary>
    /// Corrects hours: the old entries are reversed and new ones are posted, at the rate of the day. Hours that were taken back count
    /// again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeHoursError>]
    [Error<TooManyHoursError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<TimeEntry>> CorrectTimeEntryAsync(
        CorrectTimeEntryInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CorrectAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<TimeEntry>> CorrectAsync(
        DatabaseSession session,
        CorrectTimeEntryInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await OfWholeAgency.FindAsync<TimeEntry>(session, "time entry", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var entry))
            return problem.Refuse<TimeEntry>();

        var old = entry.Content;
        var statement = old with
        {
            PersonId = input.PersonId ?? old.PersonId,
            OccurredOn = input.OccurredOn ?? old.OccurredOn,
            Hours = input.Hours ?? old.Hours,
            ChannelId = input.ChannelId.Or(old.ChannelId),
            CampaignId = input.CampaignId.Or(old.CampaignId),
            GoalId = input.GoalId.Or(old.GoalId),
            Note = input.Note.Or(old.Note),
        };
        return await OneFact.StoreAsync(
            session,
            statement,
            TimeChecks.Apply,
            TimeIntake.StoreAsync,
            new RecordingOptions(now, IsCorrection: true),
            cancellationToken
        );
    }
}
