using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Completeness;

namespace AgencyRoi.Reports.Caveats;

/// <summary>
/// Figures over a cost that is not wholly known, each by its own viewpoint and days. What is missing is missing for the client: nobody knows which of its
/// channels, campaigns or goals it would have belonged to.
/// </summary>
internal static class UnknownCost
{
    public static async Task<IReadOnlyList<Restriction>> LoadAsync(
        DatabaseSession session,
        AskedFigures asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var byViewpoint = new Dictionary<Viewpoint, CostGaps>();
        foreach (var viewpoint in asked.Viewpoints)
            byViewpoint[viewpoint] = await CostGaps.LoadAsync(session, asked.Clients, asked.Days, viewpoint, now, cancellationToken);
        return
        [
            new(Caveat.CostIncomplete, figure => HasAny(figure, (gaps, client) => gaps.Missing(client, figure.Scope.Period)))
            {
                IsOfMoney = true,
            },
            new(Caveat.CostUndeclared, figure => HasAny(figure, (gaps, client) => gaps.Undeclared(client, figure.Scope.Period)))
            {
                IsOfMoney = true,
            },
        ];

        bool HasAny(EntryFilter figure, Func<CostGaps, ClientId, IEnumerable<CostCell>> of) =>
            figure.Side != EntrySide.Value
            && figure.ReturnClasses?.Contains(ReturnClass.Cost) != false
            && figure.Scope.ClientIds.Any(client =>
                of(byViewpoint[figure.Scope.Viewpoint], client).Any(cell => figure.Codes?.Contains(EnumCode.Of(cell.Category)) != false)
            );
    }
}
