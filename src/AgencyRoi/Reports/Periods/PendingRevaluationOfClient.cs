using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

[ExtendObjectType<Client>]
internal static partial class PendingRevaluationOfClient
{
    /// <summary>
    /// Facts whose values, prices, hourly rates, exchange rates, policies or methods of valuation have changed since they were posted: what revaluing would
    /// change. Compares the terms of all facts of the period and values those anew whose terms changed: ask for one client at a time, and from a day on
    /// where there are many.
    /// </summary>
    /// <param name="from">Only facts from this day on; null: all.</param>
    public static Task<PendingRevaluation> GetPendingRevaluationAsync(
        [Parent("Id Currency")] Client client,
        OperationDatabase database,
        Revaluations revaluations,
        DateOnly? from = null,
        CancellationToken cancellationToken = default
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var facts = await revaluations.ValueAgainAsync(session, [client.Id], from ?? DateRange.NoBeginning, token);
                var entries = await LedgerWriter.PreviewAsync(session, facts, token);
                var shown = entries.Where(entry => AgencyViewpoint.IsOpen(session, entry.Viewpoint)).ToList();
                var totals = FourTotals.Of(shown.Where(entry => entry.Viewpoint == Viewpoint.Client).Select(RevaluedEntry.SumOf));
                return new PendingRevaluation(
                    shown.Select(entry => entry.SourceId).Distinct().Count(),
                    new Money(totals.Unadjusted.Value - totals.Cost, client.Currency),
                    new Money(totals.Adjusted.Value - totals.Cost, client.Currency),
                    new ExactFigures(totals, client.Currency)
                );
            },
            cancellationToken
        );
}
