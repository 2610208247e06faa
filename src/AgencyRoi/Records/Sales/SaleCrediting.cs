using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>
/// Credits conversions anew after touches before them, or other conversions of the same people, came in, changed or were taken back: in whatever order they are
/// recorded, the ledger ends the same.
/// </summary>
internal static class SaleCrediting
{
    /// <summary>The moment of a conversion in the journeys of its buyer, if it has one.</summary>
    public static IEnumerable<JourneyMoment> MomentsOf(Sale sale) =>
        (sale.JourneyKey, sale.ConvertedAt) is ({ } key, { } at) ? [new(sale.ClientId, key, at)] : [];

    /// <param name="changed">The ledgers of their clients are locked.</param>
    public static async Task AfterAsync(
        DatabaseSession session,
        IReadOnlyCollection<JourneyMoment> changed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var journeys = await CreditedJourneys.LoadAsync(session, changed, cancellationToken);
        if (journeys.OfSales.Count == 0)
            return;
        Guid[] ids = [.. journeys.OfSales.Keys];
        var sales = await session.Db.Set<Sale>().AsNoTracking().Where(sale => ids.Contains(sale.Id)).ToListAsync(cancellationToken);
        var credited = sales.Where(sale => Text(sale.Journey) != Text(journeys.OfSales[sale.Id])).ToList();
        if (credited.Count == 0)
            return;

        var refunds = await KnownRefunds.ReadAsync(session, [.. credited.Select(sale => sale.Id)], cancellationToken);
        var context = await PostingContext.ReadAsync(
            session,
            [.. credited.Select(sale => (sale.ClientId, sale.OccurredOn)), .. refunds.Days],
            cancellationToken
        );
        var terms = await SaleTerms.LoadAsync(session, [.. credited.Select(sale => sale.Statement)], cancellationToken);
        var postings = new List<FactPosting>();
        foreach (var sale in credited)
            postings.AddRange(Credit(sale, journeys.OfSales[sale.Id], terms, context, refunds.CountedOf(sale.Id)));
        await PostedNotes.WriteAsync(session, credited, [.. credited.SelectMany(sale => refunds.CountedOf(sale.Id))], cancellationToken);
        await JourneyChanges.NoteAsync(session, credited.Select(sale => sale.Buyer), cancellationToken);
        await LedgerWriter.RevalueAsync(session, postings, session.Scope.Actor, mayPost: _ => true, cancellationToken);
        await RevalueStreams.AfterSalesAsync(
            session,
            [.. credited.Select(sale => (sale.ClientId, sale.ContactReference))],
            now,
            cancellationToken
        );
    }

    private static IEnumerable<FactPosting> Credit(
        Sale sale,
        SaleJourney? journey,
        SaleTerms terms,
        PostingContext context,
        IEnumerable<Refund> refunds
    )
    {
        if (ValuedSale.Of(sale, journey, terms, context) is not { } valued)
            yield break;
        valued.Note(sale);
        yield return sale.Post(valued.Lines);
        foreach (var refund in refunds)
        {
            var amount = refund.Fact(sale.Currency!); // a sale without an amount has no refunds
            if (context.RatesOrError(sale.ClientId, amount.Amount.CurrencyCode, refund.OccurredOn, out var ofRefund) is not null)
                continue;
            refund.Book(RefundValuation.BookedAmount(amount, valued.Fact, ofRefund));
            yield return refund.Post(RefundValuation.Value(amount, valued.Fact, ofRefund, context.FactorsOn(refund.OccurredOn)));
        }
    }

    private static string? Text(SaleJourney? journey) => journey is null ? null : StoredJson.Write(journey);
}
