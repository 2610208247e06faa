using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>The totals over a channel, campaign or goal, and what they are totals of.</summary>
internal readonly record struct PartTotals(FigureScope Scope, FigureTotals Totals)
{
    /// <summary>Those of each part: one statement for any number of them, and one for clients that are not known yet.</summary>
    public static async Task<IEnumerable<PartTotals>> LoadAsync(
        ClientParts parts,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var scope = new SumScope(parts.ClientIds, period.ToRange());
        var scopes = await parts.ScopesAsync(scope.Period, clients, cancellationToken);
        var sums = await database.RunAsync(
            (session, token) => LedgerSums.ByAsync(session, scope, parts.Dimension, token),
            cancellationToken
        );
        return scopes.Zip(
            parts.Each(sums.ToLookup(sum => (sum.ClientId, sum.DimensionId), sum => sum.InClientCurrency)),
            (of, own) => new PartTotals(of, FigureTotals.Of(of, own))
        );
    }
}
