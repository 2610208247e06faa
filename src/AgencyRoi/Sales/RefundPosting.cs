using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Sales;

internal static class RefundPosting
{
    public static FactPosting Of(Refund refund, IReadOnlyList<ValuedLine> lines) =>
        new(refund.ClientId, SourceKind.Refund, refund.Id, refund.Revision, refund.ExternalReference, refund.OccurredOn, lines)
        {
            IsRetraction = refund.RetractedAt is not null,
        };
}
