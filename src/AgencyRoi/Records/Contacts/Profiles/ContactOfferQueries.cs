using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Contacts.Profiles;

[ObjectType<ContactOffer>]
internal static partial class ContactOfferFields
{
    [NodeResolver]
    public static Task<ContactOffer?> GetContactOfferAsync(Guid id, RowById<ContactOffer> offers, CancellationToken cancellationToken) =>
        offers.LoadAsync(id, cancellationToken);

    /// <summary>The contact that it was made to, which may be merged into another since.</summary>
    [BindMember(nameof(ContactOffer.ContactId))]
    public static Task<Contact> GetContactAsync(
        [Parent("ContactId")] ContactOffer offer,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadReferredAsync(offer.ContactId!.Value, query, cancellationToken); // the database asks for it
}

[ExtendObjectType<Contact>]
internal static partial class OffersOfContact
{
    /// <summary>The offers that were made to it, the earliest first; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactOffers")]
    public static Task<IReadOnlyList<KeyedList<ContactOffer>>> GetOffersAsync(
        [Parent("Id")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<ContactOffer>>>(
            async (session, token) =>
            {
                var of = await ContactParts.FactsAsync<ContactOffer>(session, [.. contacts.Select(contact => contact.Id)], token);
                return
                [
                    .. contacts.Select(contact =>
                        KeyedList.Of(
                            $"{contact.Id}",
                            of(contact.Id).Select(offer => ((offer.OccurredOn, offer.CreatedAt, offer.Id), offer))
                        )
                    ),
                ];
            },
            cancellationToken
        );
}
