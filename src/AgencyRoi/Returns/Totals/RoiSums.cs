using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Returns.Totals;

/// <summary>
/// The sums behind many figures of whole clients, in one statement for all that share period and viewpoint, which those of one field do.
/// Results have the number and order of what was asked.
/// </summary>
internal static class RoiSums
{
    public static Task<IReadOnlyList<IReadOnlyList<LedgerSum>>> ByAsync(
        IReadOnlyList<FourFigures> figures,
        LedgerDimension dimension,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EachAsync(figures, database, (session, scope, token) => LedgerSums.ByAsync(session, scope, dimension, token), cancellationToken);

    public static Task<IReadOnlyList<IReadOnlyList<LedgerSum>>> OverTimeAsync(
        IReadOnlyList<FourFigures> figures,
        TimeInterval interval,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        EachAsync(
            figures,
            database,
            (session, scope, token) => LedgerSums.OverTimeAsync(session, scope, interval, token),
            cancellationToken
        );

    private static async Task<IReadOnlyList<IReadOnlyList<LedgerSum>>> EachAsync(
        IReadOnlyList<FourFigures> figures,
        OperationDatabase database,
        Func<DatabaseSession, SumScope, CancellationToken, Task<IReadOnlyList<LedgerSum>>> load,
        CancellationToken cancellationToken
    )
    {
        var results = new IReadOnlyList<LedgerSum>[figures.Count];
        var alike = Enumerable.Range(0, figures.Count).GroupBy(i => (figures[i].Scope.Sums.Period, figures[i].Scope.Sums.Viewpoint));
        foreach (var group in alike)
        {
            ClientId[] clients = [.. group.SelectMany(i => figures[i].Scope.Sums.ClientIds).Distinct()];
            var scope = new SumScope(clients, group.Key.Period, group.Key.Viewpoint);
            var sums = await database.RunAsync((session, token) => load(session, scope, token), cancellationToken);
            var byClient = sums.ToLookup(sum => sum.ClientId);
            foreach (var i in group)
                results[i] = [.. figures[i].Scope.Sums.ClientIds.SelectMany(client => byClient[client])];
        }
        return results;
    }
}
