using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Contacts.Profiles;

[ObjectType<ContactAttribute>]
internal static partial class ContactAttributeFields
{
    [NodeResolver]
    public static Task<ContactAttribute?> GetContactAttributeAsync(
        Guid id,
        RowById<ContactAttribute> attributes,
        CancellationToken cancellationToken
    ) => attributes.LoadAsync(id, cancellationToken);

    /// <summary>The contact that it was recorded of, which may be merged into another since.</summary>
    [BindMember(nameof(ContactAttribute.ContactId))]
    public static Task<Contact> GetContactAsync(
        [Parent("ContactId")] ContactAttribute attribute,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadReferredAsync(attribute.ContactId!.Value, query, cancellationToken); // the database asks for it
}

[ExtendObjectType<Contact>]
internal static partial class ProfileOfContact
{
    /// <summary>The values that its attributes had, the earliest first; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactAttributes")]
    public static Task<IReadOnlyList<KeyedList<ContactAttribute>>> GetAttributesAsync(
        [Parent("Id")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<ContactAttribute>>>(
            async (session, token) =>
            {
                var of = await ContactParts.FactsAsync<ContactAttribute>(session, [.. contacts.Select(contact => contact.Id)], token);
                return
                [
                    .. contacts.Select(contact =>
                        KeyedList.Of($"{contact.Id}", of(contact.Id).Select(fact => ((fact.OccurredOn, fact.CreatedAt, fact.Id), fact)))
                    ),
                ];
            },
            cancellationToken
        );

    /// <summary>The profile as it was on a day: what was known of the contact then, and how complete that is.</summary>
    /// <param name="on">The day, in the client's time zone.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<ContactProfile>> GetProfileAsync(
        [Parent("Id ClientId")] List<Contact> contacts,
        DateOnly on,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ContactProfile.LoadAsync(session, contacts, on, token), cancellationToken);
}
