using AgencyRoi.Costs;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Ledger;
using AgencyRoi.Purposes;
using AgencyRoi.Sales;

namespace AgencyRoi.Comparison;

[ObjectType<FigureEntry>]
internal static class EntrySource
{
    /// <summary>The fact behind it, as it is now: it may have been corrected since.</summary>
    public static async Task<ILedgerSource?> GetSourceAsync(
        [Parent] FigureEntry entry,
        RowById<Outcome> outcomes,
        RowById<Cost> costs,
        RowById<Sale> sales,
        RowById<Refund> refunds,
        CancellationToken cancellationToken
    ) =>
        entry.SourceKind switch
        {
            SourceKind.Outcome => await outcomes.LoadAsync(entry.SourceId, cancellationToken),
            SourceKind.Cost => await costs.LoadAsync(entry.SourceId, cancellationToken),
            SourceKind.Sale => await sales.LoadAsync(entry.SourceId, cancellationToken),
            _ => await refunds.LoadAsync(entry.SourceId, cancellationToken),
        };
}
