using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Contacts;

internal sealed class ContactStageImport()
    : RecordingImport<ContactStageStatement, ContactStage>(
        ContactStage.Recording,
        new PartColumn<Channel, ChannelId>("channel", " by which the stage was reached."),
        new PartColumn<Campaign, CampaignId>("campaign", " by which the stage was reached.")
    )
{
    public override string Name => "contacts";

    protected override ContactStageStatement Complete(
        ContactStageStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
        };
}
