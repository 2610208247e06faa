using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Contacts.Profiles;

[ObjectType<ProfileAttribute>]
internal static partial class ProfileAttributeFields
{
    [NodeResolver]
    public static Task<ProfileAttribute?> GetProfileAttributeAsync(
        Guid id,
        RowById<ProfileAttribute> attributes,
        CancellationToken cancellationToken
    ) => attributes.LoadAsync(id, cancellationToken);

    /// <summary>The values that it can have; none: any text of at most 200 characters.</summary>
    [ListSize(AssumedSize = 10)]
    public static IReadOnlyList<string> GetAllowedValues([Parent("Choices")] ProfileAttribute attribute) => attribute.Choices;
}

[ExtendObjectType<Client>]
internal static partial class ProfileAttributesOfClient
{
    private static readonly ChildList<ProfileAttribute, ClientId> OfClient = new(
        attribute => attribute.ClientId,
        sort => sort.AddAscending(attribute => attribute.Code)
    );

    /// <summary>The attributes that the client's profiles of people may have, by their codes unless another order is asked for; archived ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<ProfileAttribute>>> GetProfileAttributesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<ProfileAttribute> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
