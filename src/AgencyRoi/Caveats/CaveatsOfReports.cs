using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Periods;
using AgencyRoi.Visibility;

namespace AgencyRoi.Caveats;

[ExtendObjectType<ReportedTotal>]
internal static class CaveatsOfReportedTotal
{
    /// <summary>What restricts it by what is known today, in the order of the codes; empty: nothing that is known.</summary>
    [Portal]
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ReportedTotal total,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(total.Counted) { IsReported = true }, cancellationToken);
}

[ExtendObjectType<ReportedStream>]
internal static class CaveatsOfReportedStream
{
    /// <summary>What restricts it by what is known today, in the order of the codes; empty: nothing that is known.</summary>
    [Portal]
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ReportedStream stream,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(stream.Counted) { IsReported = true }, cancellationToken);
}

[ExtendObjectType<ReportedCostAvoided>]
internal static class CaveatsOfReportedCostAvoided
{
    /// <summary>What restricts it by what is known today, in the order of the codes; empty: nothing that is known.</summary>
    [Portal]
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ReportedCostAvoided avoided,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(avoided.Counted), cancellationToken);
}
