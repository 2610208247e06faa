using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Touches;

internal sealed class TouchImport()
    : RecordingImport<TouchStatement, Touch>(
        Touch.Recording,
        new PartColumn<Channel, ChannelId>("channel", " that brought them; empty: they came directly."),
        new PartColumn<Campaign, CampaignId>("campaign", " that brought them.")
    )
{
    public override string Name => "touches";

    protected override TouchStatement Complete(TouchStatement stated, ImportRow row, ClientId clientId, ImportReferences references) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
        };
}
