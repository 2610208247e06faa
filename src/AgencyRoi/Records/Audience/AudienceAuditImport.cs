using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Audience;

internal sealed class AudienceAuditImport()
    : RecordingImport<AudienceAuditStatement, AudienceAudit>(
        AudienceAudit.Recording,
        new PartColumn<Channel, ChannelId>("channel", IsRequired: true)
    )
{
    public override string Name => "audience-audits";

    protected override AudienceAuditStatement Complete(
        AudienceAuditStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    )
    {
        row.RequiredKey("channel");
        return stated with { ClientId = clientId, ChannelId = references.Find<ChannelId>(row, "channel", clientId) ?? new(NoRow.Id) };
    }
}
