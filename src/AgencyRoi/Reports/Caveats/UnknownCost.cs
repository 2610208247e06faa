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
    /// <summary>A query for each viewpoint.</summary>
    public static IEnumerable<BatchQuery<IReadOnlyList<Restriction>>> Queries(
        DatabaseSession session,
        AskedFigures asked,
        DateTimeOffset now
    ) =>
        asked.Viewpoints.Select(viewpoint =>
            CostGaps
                .Query(session, asked.Clients, asked.Days, viewpoint, now)
                .Select<IReadOnlyList<Restriction>>(gaps =>
                    [Of(Caveat.CostIncomplete, viewpoint, gaps.Missing), Of(Caveat.CostUndeclared, viewpoint, gaps.Undeclared)]
                )
        );

    private static Restriction Of(Caveat caveat, Viewpoint viewpoint, Func<ClientId, DateRange, IEnumerable<CostCell>> cells) =>
        new(
            caveat,
            figure =>
                figure.Scope.Viewpoint == viewpoint
                && figure.Side != EntrySide.Value
                && figure.ReturnClasses?.Contains(ReturnClass.Cost) != false
                && figure.Scope.ClientIds.Any(client =>
                    cells(client, figure.Scope.Period).Any(cell => figure.Codes?.Contains(EnumCode.Of(cell.Category)) != false)
                )
        )
        {
            IsOfMoney = true,
        };
}
