using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts;

/// <summary>Two contacts that are one person.</summary>
/// <param name="IntoId">The contact that is merged into. Where it is merged itself, the one at the end is kept.</param>
/// <param name="FromId">The contact that is merged: of the same client, and merged into no other.</param>
internal sealed record MergeContactsInput([property: ID<Contact>] Guid IntoId, [property: ID<Contact>] Guid FromId);

[MutationType]
internal static partial class MergeContacts
{
    /// <summary>
    /// Merges a contact into another of the same client, and answers with the one that is kept: its keys, stages and legal bases are those of both from now on. What was
    /// recorded stays with the contact that it was recorded of, so that `splitContact` gives each back exactly. To repeat it safely, send it again: what is merged
    /// already stays as it is.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Contact>> MergeContactsAsync(
        MergeContactsInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => ContactMerging.MergeAsync(session, input.IntoId, input.FromId, time.GetUtcNow(), token),
            cancellationToken
        );
}
