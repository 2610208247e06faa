using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.Campaigns;

[ObjectType<Campaign>]
internal static partial class CampaignFields
{
    [Portal]
    [NodeResolver]
    public static Task<Campaign?> GetCampaignAsync(
        CampaignId id,
        RowById<Campaign, CampaignId> campaigns,
        CancellationToken cancellationToken
    ) => campaigns.LoadAsync(id, cancellationToken);

    /// <summary>The campaign it belongs to; null at the top of the tree.</summary>
    [Portal]
    [BindMember(nameof(Campaign.ParentId))]
    public static Task<Campaign?> GetParentAsync(
        [Parent("ParentId")] Campaign campaign,
        RowById<Campaign, CampaignId> campaigns,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    ) => campaigns.LoadIfReferredAsync(campaign.ParentId, query, cancellationToken);

    /// <summary>The campaigns directly below it, by name unless another order is asked for.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging(ConnectionName = "campaigns")]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Campaign>>> GetChildrenAsync(
        [Parent("Id")] List<Campaign> campaigns,
        PagingArguments paging,
        QueryContext<Campaign> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => CampaignLoaders.OfCampaign.PagesAsync(database, campaigns.Select(campaign => campaign.Id), paging, query, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class CampaignsOfClient
{
    /// <summary>All of the client's campaigns, from every level of the tree, by name unless another order is asked for.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Campaign>>> GetCampaignsAsync(
        [Parent] List<Client> clients,
        PagingArguments paging,
        QueryContext<Campaign> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => CampaignLoaders.OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
