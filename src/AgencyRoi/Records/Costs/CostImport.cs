using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Costs;

internal sealed class CostImport()
    : RecordingImport<CostStatement, Cost>(
        CostRecording.Instance,
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
        new PartColumn<Goal, GoalId>("goal")
    )
{
    public override string Name => "costs";

    protected override CostStatement Complete(CostStatement stated, ImportRow row, ClientId clientId, ImportReferences references) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
            Amount = Math.Abs(stated.Amount),
            IsCredit = stated.Amount < 0m,
        };
}
