using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.VolumeMetrics;

internal sealed class VolumeMetricImport()
    : RecordingImport<VolumeMetricStatement, VolumeMetric>(
        VolumeMetric.Recording,
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
        new PartColumn<Goal, GoalId>("goal")
    )
{
    public override string Name => "volume-metrics";

    protected override VolumeMetricStatement Complete(
        VolumeMetricStatement stated,
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
