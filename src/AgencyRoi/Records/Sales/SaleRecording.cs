using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Sales;

/// <summary>How sales and other conversions come in.</summary>
internal sealed class SaleRecording : PostedRecording<Sale, SaleStatement>
{
    public static readonly SaleRecording Instance = new();

    protected override string Thing => "sale";

    protected override PostingBatch<Sale, SaleStatement> NewBatch(DatabaseSession session, RecordingOptions how) =>
        new SaleBatch(session, how);

    protected override async Task<IReadOnlyList<FactPosting>> RetractWithAsync(
        DatabaseSession session,
        Sale fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var refunds = await KnownRefunds.LoadAsync(session, [fact.Id], cancellationToken);
        return [.. refunds.AllOf(fact.Id).Where(refund => refund.Retract(now)).Select(refund => refund.Post([]))];
    }

    protected override Task AfterRetractionAsync(
        DatabaseSession session,
        Sale fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => RevalueStreams.AfterSalesAsync(session, [(fact.ClientId, fact.ContactReference)], now, cancellationToken);
}
