using AgencyRoi.Metrics.Streams;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Traffic;

internal sealed class KeywordVisitsImport()
    : RecordingImport<KeywordVisitsStatement, KeywordVisits>(
        KeywordVisitsRecording.Instance,
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign")
    )
{
    public override string Name => "keyword-visits";

    public override string TotalledColumn => "visits";

    /// <summary>Its days are months.</summary>
    public override bool HasMoments => false;

    protected override KeywordVisitsStatement Complete(
        KeywordVisitsStatement stated,
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
