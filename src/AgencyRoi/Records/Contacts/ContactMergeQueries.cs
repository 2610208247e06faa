using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

[ObjectType<Contact>]
internal static partial class MergesOfContact
{
    /// <summary>The contact that it was merged into; null: it is kept.</summary>
    [BindMember(nameof(Contact.MergedIntoId))]
    public static Task<Contact?> GetMergedIntoAsync(
        [Parent("MergedIntoId")] Contact contact,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadIfReferredAsync(contact.MergedIntoId, query, cancellationToken);

    /// <summary>The contact at the end of the merges, which has all that was recorded of both; itself where it is not merged.</summary>
    [BindMember(nameof(Contact.KeptId))]
    public static Task<Contact> GetKeptContactAsync(
        [Parent("KeptId")] Contact contact,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadReferredAsync(contact.KeptId, query, cancellationToken);

    /// <summary>The merges in which it was merged or merged into, the earliest first; those that were split again among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactMerges")]
    public static Task<IReadOnlyList<KeyedList<ContactMerge>>> GetMergesAsync(
        [Parent("Id")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<ContactMerge>>>(
            async (session, token) =>
            {
                Guid[] ids = [.. contacts.Select(contact => contact.Id).Distinct()];
                var merges = await session
                    .Db.Set<ContactMerge>()
                    .Where(merge => ids.Contains(merge.MergedId) || ids.Contains(merge.IntoId))
                    .ToListAsync(token);
                return
                [
                    .. contacts.Select(contact =>
                        KeyedList.Of(
                            $"{contact.Id}",
                            merges
                                .Where(merge => merge.MergedId == contact.Id || merge.IntoId == contact.Id)
                                .Select(merge => ((merge.MergedAt, merge.Id), merge))
                        )
                    ),
                ];
            },
            cancellationToken
        );
}

[ObjectType<ContactMerge>]
internal static partial class ContactMergeFields
{
    /// <summary>The contact that was merged.</summary>
    [BindMember(nameof(ContactMerge.MergedId))]
    public static Task<Contact> GetMergedContactAsync(
        [Parent("MergedId")] ContactMerge merge,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadReferredAsync(merge.MergedId, query, cancellationToken);

    /// <summary>The contact that it was merged into.</summary>
    [BindMember(nameof(ContactMerge.IntoId))]
    public static Task<Contact> GetIntoAsync(
        [Parent("IntoId")] ContactMerge merge,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadReferredAsync(merge.IntoId, query, cancellationToken);
}
