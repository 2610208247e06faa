using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.Channels;

[QueryType]
internal static partial class NetworkQueries
{
    /// <summary>
    /// The networks that a channel can live on, by code: the shared catalogue and the agency's own additions; of these, to a token that is restricted to
    /// clients, those that its clients live on.
    /// </summary>
    public static Task<IReadOnlyList<Network>> GetNetworksAsync(OperationDatabase database, CancellationToken cancellationToken) =>
        ChannelLoaders.NetworksAsync(database, cancellationToken);
}

[ObjectType<Channel>]
internal static partial class ChannelFields
{
    [Portal]
    [NodeResolver]
    public static Task<Channel?> GetChannelAsync(ChannelId id, RowById<Channel, ChannelId> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(id, cancellationToken);

    /// <summary>The network it lives on.</summary>
    [Portal]
    [BatchResolver]
    public static Task<IReadOnlyList<Network>> GetNetworkAsync(
        [Parent("NetworkCode AgencyNetworkId")] List<Channel> channels,
        OperationDatabase database,
        NetworkCatalogue catalogue,
        CancellationToken cancellationToken
    ) => ChannelLoaders.NetworksOfAsync(database, catalogue, channels, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class ChannelsOfClient
{
    /// <summary>Where the client is present, by name unless another order is asked for.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Channel>>> GetChannelsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Channel> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ChannelLoaders.OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
