using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>How refunds come in.</summary>
internal sealed class RefundRecording : PostedRecording<Refund, RefundStatement>
{
    public static readonly RefundRecording Instance = new();

    protected override string Thing => "refund";

    protected override PostingBatch<Refund, RefundStatement> NewBatch(DatabaseSession session, RecordingOptions how) =>
        new RefundBatch(session, how);

    protected override async Task AfterRetractionAsync(
        DatabaseSession session,
        Refund fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var sale = await session.Db.Set<Sale>().SingleAsync(row => row.Id == fact.SaleId, cancellationToken);
        await JourneyChanges.NoteAsync(session, [sale.Buyer], cancellationToken);
        await RevalueStreams.AfterSalesAsync(session, [(sale.ClientId, sale.ContactReference)], now, cancellationToken);
    }
}
