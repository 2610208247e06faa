using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.ConsumerBenefits;

internal sealed class ConsumerBenefitImport()
    : RecordingImport<ConsumerBenefitStatement, ConsumerBenefit>(
        ConsumerBenefit.Recording,
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
        new PartColumn<Goal, GoalId>("goal")
    )
{
    public override string Name => "consumer-benefits";

    protected override ConsumerBenefitStatement Complete(
        ConsumerBenefitStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
        };
}
