using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Contacts;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>A person whose data are to be erased.</summary>
/// <param name="Id">The contact, which is merged into no other; with it all that are merged into it are erased.</param>
/// <param name="Version">The contact's version as you read it.</param>
internal sealed record EraseContactInput([property: ID<Contact>] Guid Id, long Version);

[MutationType]
internal static partial class EraseContact
{
    /// <summary>
    /// Erases a person, for good: keys are removed, references, notes and other texts of all facts that name the person are replaced by ones that mean nothing, touches stay
    /// as a path on their days without key and hour, and legal bases end. Amounts, days, channels, campaigns, goals and stages stay, so that every sum stays; nothing is posted.
    /// What an earlier export, a file of yours or another system has is not erased by it: erase the person there first, since a file that names them again makes them
    /// known again. To repeat it safely, send it again: who was erased stays so, and the answer is the same.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Contact>> EraseContactAsync(
        EraseContactInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ContactErasing.EraseAsync(session, input, time.GetUtcNow(), token), cancellationToken);
}
