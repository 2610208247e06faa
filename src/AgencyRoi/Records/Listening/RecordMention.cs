using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>Something that was said of the client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Locus">Where it was said.</param>
/// <param name="Sentiment">How the client is spoken of.</param>
/// <param name="LabelledBy">Who judged that.</param>
/// <param name="IsSpam">Deleted, made up or bought: counted apart, and in no index.</param>
/// <param name="Url">Where it is found, https:// or http://.</param>
/// <param name="ChannelId">The client's channel that it was said on; null: none.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordMentionInput(
    [property: ID<Client>] Guid ClientId,
    DateOnly OccurredOn,
    MentionLocus Locus,
    Sentiment Sentiment,
    LabelSource LabelledBy,
    bool IsSpam = false,
    string? Url = null,
    [property: ID<Channel>] Guid? ChannelId = null,
    [property: Key] string? ExternalReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordMention
{
    /// <summary>Records something that was said of the client. It moves the sentiment index and no return; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Mention>> RecordMentionAsync(
        RecordMentionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        ObservationIntake.RecordAsync<MentionStatement, Mention>(
            new MentionStatement(
                input.ClientId,
                input.ExternalReference ?? FactReference.New(time.GetUtcNow()),
                input.OccurredOn,
                input.Locus,
                input.Sentiment,
                input.LabelledBy,
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
