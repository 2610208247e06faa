using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Sales;

internal sealed class RefundImport() : RecordingImport<RefundStatement, Refund>(RefundRecording.Instance)
{
    public override string Name => "refunds";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The refund's key in your system; sent again, the row is a correction.", IsRequired: true),
        new PartColumn<Sale>("sale", " that was paid back, which has an amount.", IsRequired: true),
        new("date", "The day of the refund, as 2025-12-31.", IsRequired: true),
        new AmountColumn(
            "amount",
            "Net of tax, above zero, as 1234.50; the refunds of a sale together are no more than the sale.",
            IsRequired: true
        ),
        new("currency", "ISO 4217: that of the sale, which it is without one."),
        new("reason", "Why it was given, at most 2000 characters."),
    ];

    protected override RefundStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("sale");
        return new()
        {
            SaleId = references.Find(row, "sale", clientId) ?? NoRow.Id,
            ExternalReference = row.RequiredKey("external_reference"),
            OccurredOn = row.RequiredDay("date"),
            Amount = row.RequiredNumber("amount"),
            Currency = row.Text("currency"),
            Reason = row.Text("reason"),
        };
    }
}
