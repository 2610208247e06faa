using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Audience;

internal sealed class AudienceAuditImport() : RecordingImport<AudienceAuditStatement, AudienceAudit>(AudienceAudit.Recording)
{
    public override string Name => "audience-audits";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new PartColumn<Channel, ChannelId>("channel", IsRequired: true),
        new("gross_followers", "Accounts that follow, as the network says; a whole number.", IsRequired: true),
        new("sample", "Accounts that were looked at; a whole number.", IsRequired: true),
        new("inauthentic", "Those of them that are fake or inactive; a whole number.", IsRequired: true),
        new("tool", "What they were looked at with.", IsRequired: true),
        new("source", "Where the result is kept.", IsRequired: true),
    ];

    protected override AudienceAuditStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId) ?? new(NoRow.Id),
            OccurredOn = row.RequiredDay("date"),
            GrossFollowers = row.RequiredNumber("gross_followers"),
            Sample = row.RequiredNumber("sample"),
            Inauthentic = row.RequiredNumber("inauthentic"),
            Tool = row.RequiredText("tool"),
            Source = row.RequiredText("source"),
        };
}
