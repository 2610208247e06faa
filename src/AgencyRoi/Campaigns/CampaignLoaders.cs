using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Database.Direct;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Campaigns;

internal static class CampaignLoaders
{
    private static readonly ChildList<Campaign> OfCampaign = new(campaign => campaign.ParentId!.Value, ByName); // rows without a parent are nobody's children
    private static readonly ChildList<Campaign> OfClient = new(campaign => campaign.ClientId, ByName);

    public static Task<IReadOnlyList<Page<Campaign>>> OfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    public static Task<IReadOnlyList<Page<Campaign>>> ChildrenAsync(
        OperationDatabase database,
        IReadOnlyList<Campaign> campaigns,
        PagingArguments paging,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    ) => OfCampaign.PagesAsync(database, campaigns.Select(campaign => campaign.Id), paging, query, cancellationToken);

    private static SortDefinition<Campaign> ByName(SortDefinition<Campaign> sort) => sort.AddAscending(campaign => campaign.Name);
}
