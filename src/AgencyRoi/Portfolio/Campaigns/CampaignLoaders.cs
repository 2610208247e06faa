using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Portfolio.Campaigns;

internal static class CampaignLoaders
{
    public static readonly ChildList<Campaign, CampaignId> OfCampaign = new(campaign => campaign.ParentId!.Value, ByName); // rows without a parent are nobody's children
    public static readonly ChildList<Campaign, ClientId> OfClient = new(campaign => campaign.ClientId, ByName);

    private static SortDefinition<Campaign> ByName(SortDefinition<Campaign> sort) => sort.AddAscending(campaign => campaign.Name);
}
