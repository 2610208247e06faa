using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Audience;

/// <summary>An audit of a channel's audience.</summary>
internal sealed record RecordAudienceAuditInput : RecordInput<AudienceAuditStatement>;

/// <summary>A correction of an audience audit. Fields that are not given stay as they are.</summary>
/// <param name="Id">The audience audit.</param>
/// <param name="Version">The audience audit's version as you read it.</param>
internal sealed record CorrectAudienceAuditInput(
    [property: ID<AudienceAudit>] Guid Id,
    long Version,
    [property: Inline] Changes<AudienceAuditStatement> Changes
);

/// <summary>An audience audit to take back.</summary>
/// <param name="Id">The audience audit.</param>
/// <param name="Version">The audience audit's version as you read it.</param>
internal sealed record RetractAudienceAuditInput([property: ID<AudienceAudit>] Guid Id, long Version);

[MutationType]
internal static partial class AudienceAuditMutations
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
    ) => AudienceAudit.Recording.RecordAsync(input, database, time, cancellationToken);

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
    ) => AudienceAudit.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes an audience audit back: no figure for a real follower rests on it, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AudienceAudit>> RetractAudienceAuditAsync(
        RetractAudienceAuditInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => AudienceAudit.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}
