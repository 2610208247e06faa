using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Records.Sales;

internal static class RefundPosting
{
    public static FactPosting Of(Refund refund, IReadOnlyList<ValuedEntry> lines) =>
        refund.PostAs(SourceKind.Refund, refund.OccurredOn, lines);
}
