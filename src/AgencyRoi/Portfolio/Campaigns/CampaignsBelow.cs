using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>The way down in the trees of campaigns of some clients: one statement for any number of campaigns.</summary>
internal sealed class CampaignsBelow
{
    private readonly ILookup<CampaignId?, CampaignId> children;

    private CampaignsBelow(ILookup<CampaignId?, CampaignId> children) => this.children = children;

    public static async Task<CampaignsBelow> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var tree = await session
            .Db.Set<Campaign>()
            .Where(campaign => clients.Contains(campaign.ClientId) && campaign.ParentId != null)
            .Select(campaign => new { campaign.Id, campaign.ParentId })
            .ToListAsync(cancellationToken);
        return new(tree.ToLookup(campaign => campaign.ParentId, campaign => campaign.Id));
    }

    /// <summary>The campaign and all campaigns below it.</summary>
    public IReadOnlyList<CampaignId> With(CampaignId campaign)
    {
        List<CampaignId> tree = [campaign];
        for (var i = 0; i < tree.Count; i++)
            tree.AddRange(children[tree[i]]);
        return tree;
    }
}
