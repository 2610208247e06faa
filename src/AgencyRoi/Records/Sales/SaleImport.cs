using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Sales;

internal sealed class SaleImport()
    : RecordingImport<SaleStatement, Sale>(
        SaleRecording.Instance,
        new PartColumn<Channel, ChannelId>("channel", " that brought it."),
        new PartColumn<Campaign, CampaignId>("campaign", " that brought it."),
        new PartColumn<Goal, GoalId>("goal", " that it serves."),
        new PartColumn<Channel, ChannelId>("reported_channel", " that the buyer named when asked.")
    )
{
    public override string Name => "sales";

    protected override SaleStatement Complete(SaleStatement stated, ImportRow row, ClientId clientId, ImportReferences references) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
            ReportedChannelId = references.Find<ChannelId>(row, "reported_channel", clientId),
        };
}
