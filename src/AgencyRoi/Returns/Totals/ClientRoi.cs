using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

[ExtendObjectType<Client>]
internal static partial class ClientRoi
{
    /// <summary>The client's return on investment over a period, in the client's own currency.</summary>
    /// <param name="period">The days to count.</param>
    /// <param name="viewpoint">Whose return: the client's on what it paid, or the agency's margin.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<ReturnOnInvestment?>> GetRoiAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        Viewpoint viewpoint = Viewpoint.Client,
        CancellationToken cancellationToken = default
    )
    {
        var scope = new SumScope([.. clients.Select(client => client.Id).Distinct()], period.ToRange(), viewpoint);
        var sums = await database.RunAsync((session, token) => LedgerSums.OfAsync(session, scope, token), cancellationToken);
        var byClient = sums.ToLookup(sum => sum.ClientId);
        return
        [
            .. clients.Select(client => new ReturnOnInvestment(
                FigureScope.OfClient(client.Id, scope.Period, viewpoint, client.Currency),
                [.. byClient[client.Id]]
            )),
        ];
    }
}
