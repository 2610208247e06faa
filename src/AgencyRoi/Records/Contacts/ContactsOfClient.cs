using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Contacts;

[ExtendObjectType<Client>]
internal static partial class ContactsOfClient
{
    private static readonly ChildList<Contact, ClientId> Kept = List(ContactUse.Kept);

    /// <summary>
    /// The people of the client's database, the last made first unless another order is asked for; of those that were merged the one that is kept. Whoever makes a
    /// list of people for a purpose names it: without a legal basis for it on the day a contact is left out.
    /// </summary>
    /// <param name="mayBeUsedFor">Those alone that have a legal basis for this use; without it the register of all.</param>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Contact>>> GetContactsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Contact> query,
        OperationDatabase database,
        ContactUseInput? mayBeUsedFor = null,
        CancellationToken cancellationToken = default
    ) =>
        (mayBeUsedFor is { } use ? List(session => ContactUse.Usable(session, use)) : Kept).PagesAsync(
            database,
            clients.Select(client => client.Id),
            paging,
            query,
            cancellationToken
        );

    private static ChildList<Contact, ClientId> List(Func<DatabaseSession, IQueryable<Contact>> visible) =>
        new(contact => contact.ClientId, sort => sort.AddDescending(contact => contact.CreatedAt), visible);
}
