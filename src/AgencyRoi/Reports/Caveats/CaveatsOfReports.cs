using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform;
using AgencyRoi.Reports.Periods;

namespace AgencyRoi.Reports.Caveats;

[ExtendObjectType<IReportsEntries>]
internal static partial class CaveatsOfReportedFigures
{
    /// <summary>The restrictions of it by what is known today, in the order of the codes; empty: nothing that is known.</summary>
    [Portal]
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] IReportsEntries figure,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(figure.Counted) { IsReported = true }, cancellationToken);
}

[ExtendObjectType<ReportedCostAvoided>]
internal static partial class CaveatsOfReportedCostAvoided
{
    /// <summary>The restrictions of it by what is known today, in the order of the codes; empty: nothing that is known.</summary>
    [Portal]
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ReportedCostAvoided avoided,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(avoided.Counted), cancellationToken);
}
