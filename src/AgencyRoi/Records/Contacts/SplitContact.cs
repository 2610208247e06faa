using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts;

/// <summary>A contact that is no longer to be merged into another.</summary>
/// <param name="Id">The contact that was merged.</param>
/// <param name="Version">The contact's version as you read it.</param>
internal sealed record SplitContactInput([property: ID<Contact>] Guid Id, long Version);

[MutationType]
internal static partial class SplitContact
{
    /// <summary>
    /// Splits a contact off from the one that it was merged into, together with those that were merged into it: each has again what was recorded of it. The merge stays
    /// in both contacts' history. One that is not merged stays as it is.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Contact>> SplitContactAsync(
        SplitContactInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => ContactMerging.SplitAsync(session, input.Id, input.Version, time.GetUtcNow(), token),
            cancellationToken
        );
}
