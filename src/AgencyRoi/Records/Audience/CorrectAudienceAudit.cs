using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Audience;

/// <summary>A correction of an audience audit. Fields that are not given stay as they are.</summary>
/// <param name="Id">The audience audit.</param>
/// <param name="Version">The audience audit's version as you read it.</param>
/// <param name="OccurredOn">The day of the audit, in the client's time zone.</param>
/// <param name="ChannelId">The client's channel.</param>
/// <param name="GrossFollowers">Accounts that follow, as the network says; a whole number.</param>
/// <param name="Sample">Accounts that were looked at; a whole number.</param>
/// <param name="Inauthentic">Those of them that are fake or inactive; a whole number.</param>
/// <param name="Tool">What they were looked at with.</param>
/// <param name="Source">Where the result is kept.</param>
internal sealed record CorrectAudienceAuditInput(
    [property: ID<AudienceAudit>] Guid Id,
    long Version,
    DateOnly? OccurredOn = null,
    [property: ID<Channel>] Guid? ChannelId = null,
    decimal? GrossFollowers = null,
    decimal? Sample = null,
    decimal? Inauthentic = null,
    string? Tool = null,
    string? Source = null
);

[MutationType]
internal static partial class CorrectAudienceAudit
{
    /// <summary>Corrects an audience audit: every figure is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<AudienceAudit>> CorrectAudienceAuditAsync(
        CorrectAudienceAuditInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        ObservationIntake.CorrectAsync<AudienceAuditStatement, AudienceAudit>(
            new(
                "audience audit",
                input.Id,
                input.Version,
                said =>
                    said with
                    {
                        OccurredOn = input.OccurredOn ?? said.OccurredOn,
                        ChannelId = input.ChannelId ?? said.ChannelId,
                        GrossFollowers = input.GrossFollowers ?? said.GrossFollowers,
                        Sample = input.Sample ?? said.Sample,
                        Inauthentic = input.Inauthentic ?? said.Inauthentic,
                        Tool = input.Tool ?? said.Tool,
                        Source = input.Source ?? said.Source,
                    }
            ),
            database,
            time,
            cancellationToken
        );
}
