using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Campaigns;

internal sealed class CampaignsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(CampaignFields),
        typeof(CampaignOf),
        typeof(CampaignsOfClient),
        typeof(CreateCampaign),
        typeof(UpdateCampaign),
        typeof(MoveCampaign),
    ];

    public void Map(ModelBuilder model) => Campaign.Map(model);
}
