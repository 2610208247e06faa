using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Audience;

/// <summary>An audit of a channel's audience.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="ChannelId">The client's channel.</param>
/// <param name="OccurredOn">The day of the audit, in the client's time zone.</param>
/// <param name="GrossFollowers">Accounts that follow, as the network says; a whole number.</param>
/// <param name="Sample">Accounts that were looked at; a whole number.</param>
/// <param name="Inauthentic">Those of them that are fake or inactive; a whole number.</param>
/// <param name="Tool">What they were looked at with.</param>
/// <param name="Source">Where the result is kept.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordAudienceAuditInput(
    [property: ID<Client>] Guid ClientId,
    [property: ID<Channel>] Guid ChannelId,
    DateOnly OccurredOn,
    decimal GrossFollowers,
    decimal Sample,
    decimal Inauthentic,
    string Tool,
    string Source,
    [property: Key] string? ExternalReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordAudienceAudit
{
    /// <summary>Records how many of the accounts that were looked at are fake or inactive. Safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AudienceAudit>> RecordAudienceAuditAsync(
        RecordAudienceAuditInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        ObservationIntake.RecordAsync<AudienceAuditStatement, AudienceAudit>(
            new AudienceAuditStatement(
                input.ClientId,
                input.ExternalReference ?? FactReference.New(time.GetUtcNow()),
                input.ChannelId,
                input.OccurredOn,
                input.GrossFollowers,
                input.Sample,
                input.Inauthentic,
                input.Tool,
                input.Source
            ),
            input.ExpectNew,
            database,
            time,
            cancellationToken
        );
}
