using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Portfolio.Clients;

[ObjectType<ClientProfile>]
internal static partial class ClientProfileFields
{
    [BindMember(nameof(ClientProfile.ClientId))]
    public static Task<Client> GetClientAsync(
        [Parent("ClientId")] ClientProfile profile,
        RowById<Client, ClientId> clients,
        QueryContext<Client> query,
        CancellationToken cancellationToken
    ) => clients.LoadReferredAsync(profile.ClientId, query, cancellationToken);

    [NodeResolver]
    public static Task<ClientProfile?> GetClientProfileAsync(
        Guid id,
        RowById<ClientProfile> profiles,
        CancellationToken cancellationToken
    ) => profiles.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class ProfilesOfClient
{
    private static readonly ChildList<ClientProfile, ClientId> Profiles = new(
        profile => profile.ClientId,
        sort => sort.AddDescending(profile => profile.EffectiveFrom).AddDescending(profile => profile.Revision)
    );

    /// <summary>
    /// What its industry, business model and size were from which day on, the latest first unless another order is asked for. Comparisons use what was true
    /// on the day of each entry.
    /// </summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "clientProfiles")]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<ClientProfile>>> GetProfilesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<ClientProfile> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Profiles.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
