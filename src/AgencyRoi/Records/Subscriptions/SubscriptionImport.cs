using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Subscriptions;

internal sealed class SubscriptionImport() : RecordingImport<SubscriptionStatement, Subscription>(SubscriptionRecording.Instance)
{
    public override string Name => "subscriptions";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The term's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("name", "The platform or tool.", IsRequired: true),
        new("starts_on", "The first day of the term, as 2025-01-01.", IsRequired: true),
        new("ends_on", "The last day of the term, as 2025-12-31.", IsRequired: true),
        new AmountColumn("amount", "For the whole term, net of tax, zero or above, as 1234.50.", IsRequired: true),
        new("currency", "ISO 4217.", IsRequired: true),
        new("paid_by", "CLIENT (the default) or AGENCY."),
    ];

    protected override SubscriptionStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            Name = row.RequiredText("name"),
            StartsOn = row.RequiredDay("starts_on"),
            EndsOn = row.RequiredDay("ends_on"),
            Amount = row.RequiredNumber("amount"),
            Currency = row.RequiredText("currency"),
            PaidBy = row.Code<PaidBy>("paid_by") ?? PaidBy.Client,
        };
}
