using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Interactions;

internal sealed class InteractionCountImport()
    : RecordingImport<InteractionCountStatement, InteractionCount>(
        InteractionCount.Recording,
        new PartColumn<Channel, ChannelId>("channel", IsRequired: true),
        new PartColumn<Campaign, CampaignId>("campaign")
    )
{
    public override string Name => "interactions";

    protected override InteractionCountStatement Complete(
        InteractionCountStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    )
    {
        row.RequiredKey("channel");
        return stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId) ?? new(NoRow.Id),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
        };
    }
}
