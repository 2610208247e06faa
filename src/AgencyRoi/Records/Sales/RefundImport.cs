using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Sales;

internal sealed class RefundImport()
    : RecordingImport<RefundStatement, Refund>(
        RefundRecording.Instance,
        new PartColumn<Sale>("sale", " that was paid back, which has an amount.", IsRequired: true)
    )
{
    public override string Name => "refunds";

    protected override RefundStatement Complete(RefundStatement stated, ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("sale");
        return stated with { SaleId = references.Find(row, "sale", clientId) ?? NoRow.Id };
    }
}
