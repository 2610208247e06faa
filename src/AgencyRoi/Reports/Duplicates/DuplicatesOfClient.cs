using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Duplicates;

[ExtendObjectType<Client>]
internal static partial class DuplicatesOfClient
{
    /// <summary>Outcomes and conversions that may be one fact given twice, the latest first. Nothing is merged unless somebody settles it.</summary>
    /// <param name="period">The days of the outcomes.</param>
    /// <param name="verdict">Those on which this was decided.</param>
    [BatchResolver]
    [UsePaging]
    public static Task<IReadOnlyList<KeyedList<SuspectedDuplicate>>> GetSuspectedDuplicatesAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        DuplicateVerdict verdict = DuplicateVerdict.Open,
        CancellationToken cancellationToken = default
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<SuspectedDuplicate>>>(
            async (session, token) =>
            {
                ClientId[] ids = [.. clients.Select(client => client.Id)];
                var suspicions = await DuplicateSuspicions.LoadAsync(session, ids, period.ToRange(), token);
                var wanted = suspicions.Where(suspicion => suspicion.Verdict == verdict).ToList();
                Guid[] outcomeIds = [.. wanted.Select(suspicion => suspicion.OutcomeId).Distinct()];
                Guid[] saleIds = [.. wanted.Select(suspicion => suspicion.SaleId).Distinct()];
                var outcomes = await session
                    .Db.Set<Outcome>()
                    .AsNoTracking()
                    .Where(outcome => outcomeIds.Contains(outcome.Id))
                    .ToDictionaryAsync(outcome => outcome.Id, token);
                var sales = await session
                    .Db.Set<Sale>()
                    .AsNoTracking()
                    .Where(sale => saleIds.Contains(sale.Id))
                    .ToDictionaryAsync(sale => sale.Id, token);
                var byClient = wanted.ToLookup(suspicion => suspicion.ClientId);
                return
                [
                    .. clients.Select(client =>
                        KeyedList.Of(
                            $"{client.Id}",
                            byClient[client.Id]
                                .Select(found =>
                                    SuspectedDuplicate.Of(found, outcomes[found.OutcomeId], sales[found.SaleId], client.Currency)
                                )
                                .Select(pair => ((-pair.Outcome.OccurredOn.DayNumber, pair.Outcome.Id, pair.Sale.Id), pair))
                        )
                    ),
                ];
            },
            cancellationToken
        );
}
