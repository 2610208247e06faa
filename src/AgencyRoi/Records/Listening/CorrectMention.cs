using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>A correction of a mention. Fields that are not given stay as they are.</summary>
/// <param name="Id">The mention.</param>
/// <param name="Version">The mention's version as you read it.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Locus">Where it was said.</param>
/// <param name="Sentiment">How the client is spoken of.</param>
/// <param name="LabelledBy">Who judged that.</param>
/// <param name="IsSpam">Deleted, made up or bought: counted apart, and in no index.</param>
/// <param name="Url">Where it is found, https:// or http://; null removes it.</param>
/// <param name="ChannelId">The client's channel that it was said on; null removes it.</param>
internal sealed record CorrectMentionInput(
    [property: ID<Mention>] Guid Id,
    long Version,
    DateOnly? OccurredOn = null,
    MentionLocus? Locus = null,
    Sentiment? Sentiment = null,
    LabelSource? LabelledBy = null,
    bool? IsSpam = null,
    Optional<string?> Url = default,
    [property: ID<Channel>] Optional<Guid?> ChannelId = default
);

[MutationType]
internal static partial class CorrectMention
{
    /// <summary>Corrects a mention: every figure is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<Mention>> CorrectMentionAsync(
        CorrectMentionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        ObservationIntake.CorrectAsync<MentionStatement, Mention>(
            new(
                "mention",
                input.Id,
                input.Version,
                said =>
                    said with
                    {
                        OccurredOn = input.OccurredOn ?? said.OccurredOn,
                        Locus = input.Locus ?? said.Locus,
                        Sentiment = input.Sentiment ?? said.Sentiment,
                        LabelledBy = input.LabelledBy ?? said.LabelledBy,
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
