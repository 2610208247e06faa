using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>A correction of a rating. Fields that are not given stay as they are.</summary>
/// <param name="Id">The rating.</param>
/// <param name="Version">The rating's version as you read it.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Place">What was rated.</param>
/// <param name="Stars">From 0 to 5.</param>
/// <param name="IsSpam">Deleted, made up or bought: counted apart, and in no mean.</param>
/// <param name="Url">Where it is found, https:// or http://; null removes it.</param>
/// <param name="ChannelId">The client's channel that it was given on; null removes it.</param>
internal sealed record CorrectRatingInput(
    [property: ID<Rating>] Guid Id,
    long Version,
    DateOnly? OccurredOn = null,
    [property: Key] string? Place = null,
    decimal? Stars = null,
    bool? IsSpam = null,
    Optional<string?> Url = default,
    [property: ID<Channel>] Optional<Guid?> ChannelId = default
);

[MutationType]
internal static partial class CorrectRating
{
    /// <summary>Corrects a rating: every figure is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<Rating>> CorrectRatingAsync(
        CorrectRatingInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        ObservationIntake.CorrectAsync<RatingStatement, Rating>(
            new(
                "rating",
                input.Id,
                input.Version,
                said =>
                    said with
                    {
                        OccurredOn = input.OccurredOn ?? said.OccurredOn,
                        Place = input.Place ?? said.Place,
                        Stars = input.Stars ?? said.Stars,
                        IsSpam = input.IsSpam ?? said.IsSpam,
                        Url = input.Url.Or(said.Url),
                        ChannelId = input.ChannelId.Or(said.ChannelId),
                    }
            ),
            database,
            time,
            cancellationToken
        );
}
