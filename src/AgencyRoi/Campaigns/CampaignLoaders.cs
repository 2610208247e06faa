using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Campaigns;

internal static class CampaignLoaders
{
    public static Task<IReadOnlyList<Page<Campaign>>> OfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    ) =>
        database.PageOfEachAsync(
            clients.Select(client => client.Id),
            campaign => campaign.ClientId,
            paging,
            query,
            ByName,
            cancellationToken
        );

    public static Task<IReadOnlyList<Page<Campaign>>> ChildrenAsync(
        OperationDatabase database,
        IReadOnlyList<Campaign> campaigns,
        PagingArguments paging,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    ) =>
        database.PageOfEachAsync(
            campaigns.Select(campaign => campaign.Id),
            campaign => campaign.ParentId!.Value, // rows without a parent are nobody's children
            paging,
            query,
            ByName,
            cancellationToken
        );

    private static SortDefinition<Campaign> ByName(SortDefinition<Campaign> sort) => sort.AddAscending(campaign => campaign.Name);
}
