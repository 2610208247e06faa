using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>Something that may belong to a campaign.</summary>
internal interface IOfCampaign
{
    CampaignId? CampaignId { get; }
}

[ExtendObjectType<IOfCampaign>]
internal static partial class CampaignOf
{
    [Portal]
    [BindMember(nameof(IOfCampaign.CampaignId))]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent("CampaignId")] IOfCampaign row,
        RowById<Campaign, CampaignId> campaigns,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    ) => campaigns.LoadIfReferredAsync(row.CampaignId, query, cancellationToken);
}
