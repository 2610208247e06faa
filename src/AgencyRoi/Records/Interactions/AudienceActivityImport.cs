using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Interactions;

internal sealed class AudienceActivityImport()
    : RecordingImport<AudienceActivityStatement, AudienceActivity>(
        AudienceActivity.Recording,
        new PartColumn<Channel, ChannelId>("channel", IsRequired: true)
    )
{
    public override string Name => "audience-activity";

    /// <summary>Its days are months.</summary>
    public override bool HasMoments => false;

    protected override AudienceActivityStatement Complete(
        AudienceActivityStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    )
    {
        row.RequiredKey("channel");
        return stated with { ClientId = clientId, ChannelId = references.Find<ChannelId>(row, "channel", clientId) ?? new(NoRow.Id) };
    }
}
