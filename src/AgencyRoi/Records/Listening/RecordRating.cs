using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>A rating of the client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Place">What was rated.</param>
/// <param name="Stars">From 0 to 5.</param>
/// <param name="IsSpam">Deleted, made up or bought: counted apart, and in no mean.</param>
/// <param name="Url">Where it is found, https:// or http://.</param>
/// <param name="ChannelId">The client's channel that it was given on; null: none.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordRatingInput(
    [property: ID<Client>] Guid ClientId,
    DateOnly OccurredOn,
    [property: Key] string Place,
    decimal Stars,
    bool IsSpam = false,
    string? Url = null,
    [property: ID<Channel>] Guid? ChannelId = null,
    [property: Key] string? ExternalReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordRating
{
    /// <summary>Records a rating. It moves the mean of its month and no return; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Rating>> RecordRatingAsync(
        RecordRatingInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        ObservationIntake.RecordAsync<RatingStatement, Rating>(
            new RatingStatement(
                input.ClientId,
                input.ExternalReference ?? FactReference.New(time.GetUtcNow()),
                input.OccurredOn,
                input.Place,
                input.Stars,
                input.IsSpam,
                input.Url,
                input.ChannelId
            ),
            input.ExpectNew,
            database,
            time,
            cancellationToken
        );
}
