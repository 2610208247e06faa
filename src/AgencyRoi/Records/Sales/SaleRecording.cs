using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Stages;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Sales;

/// <summary>How sales and other conversions come in.</summary>
internal sealed class SaleRecording : PostedRecording<Sale, SaleStatement>
{
    public static readonly SaleRecording Instance = new();

    protected override string Thing => "sale";

    // Whoever names a visitor has journeys to come; a contact alone is named by agencies that have none.
    protected override Task<IReadOnlyList<SaleStatement>> PrepareAsync(
        DatabaseSession session,
        IReadOnlyList<SaleStatement> statements,
        CancellationToken cancellationToken
    ) => JourneyKeys.HashAsync(session, statements, begins: sale => sale.VisitorKey is not null, cancellationToken);

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

    protected override async Task AfterRetractionAsync(
        DatabaseSession session,
        Sale fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<JourneyMoment> moments = [.. SaleCrediting.MomentsOf(fact)];
        await SaleCrediting.AfterAsync(session, moments, now, cancellationToken);
        await JourneyChanges.NoteAsync(session, [fact.Buyer], cancellationToken);
        await DerivedStages.AfterAsync(session, moments.Select(JourneyPerson.Of), now, cancellationToken);
        await RevalueStreams.AfterSalesAsync(session, [(fact.ClientId, fact.ContactReference)], now, cancellationToken);
    }
}
