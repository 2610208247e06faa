using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Audience;

/// <summary>An audience audit to take back.</summary>
/// <param name="Id">The audience audit.</param>
/// <param name="Version">The audience audit's version as you read it.</param>
internal sealed record RetractAudienceAuditInput([property: ID<AudienceAudit>] Guid Id, long Version);

[MutationType]
internal static partial class RetractAudienceAudit
{
    /// <summary>Takes an audience audit back: no figure for a real follower rests on it, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AudienceAudit>> RetractAudienceAuditAsync(
        RetractAudienceAuditInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ObservationIntake.RetractAsync<AudienceAudit>("audience audit", input.Id, input.Version, database, time, cancellationToken);
}
