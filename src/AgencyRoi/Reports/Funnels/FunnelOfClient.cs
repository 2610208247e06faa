using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Funnels;

[ExtendObjectType<Client>]
internal static partial class FunnelOfClient
{
    /// <summary>
    /// The funnel of the client's contacts: how many reached each step in the period, how many of these went on to the next one and in how many days, and what a contact
    /// cost. Each step is a cohort of its own, and is followed until today, so that the rate of a recent period may still rise. It is made of what is recorded now,
    /// whatever was closed or published.
    /// </summary>
    /// <param name="period">The days in which contacts entered the steps, in the client's time zone.</param>
    [Portal]
    [BatchResolver]
    public static async Task<IReadOnlyList<ClientFunnel>> GetFunnelAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var scope = new SumScope([.. clients.Select(client => client.Id).Distinct()], period.ToRange());
        var (counts, sums) = await database.RunAsync(
            async (session, token) =>
            {
                var batch = new QueryBatch();
                var (read, summed) = (batch.Add(FunnelCounts.Query(session, scope)), batch.Add(PeriodSums.Of(session, scope)));
                await batch.RunAsync(session, token);
                return (
                    read.Value.ToLookup(count => count.ClientId),
                    summed.Value.ToLookup(sum => sum.ClientId, sum => sum.InClientCurrency)
                );
            },
            cancellationToken
        );
        return
        [
            .. clients.Select(client => new ClientFunnel(
                FigureScope.OfClient(client.Id, scope.Period, scope.Viewpoint, client.Currency),
                FunnelPart.Of(counts[client.Id], FourTotals.Of(sums[client.Id]).Cost)
            )),
        ];
    }
}
