using AgencyRoi.Budgets;
using AgencyRoi.Comparability;
using AgencyRoi.Expectations;
using AgencyRoi.GraphQL.Binding;

namespace AgencyRoi.Caveats;

[ExtendObjectType<ClientPayback>]
internal static class CaveatsOfPayback
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ClientPayback payback,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(payback.Counted), cancellationToken);
}

[ExtendObjectType<Pacing>]
internal static class CaveatsOfPacing
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] Pacing pacing,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(pacing.Counted, IsQuantity: true), cancellationToken);
}

[ExtendObjectType<ForecastActual>]
internal static class CaveatsOfActual
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ForecastActual actual,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(actual.Counted, IsQuantity: true), cancellationToken);
}

[ExtendObjectType<MeasuredCoverage>]
internal static class CaveatsOfCoverage
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] MeasuredCoverage coverage,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(coverage.Counted), cancellationToken);
}

[ExtendObjectType<BurnCard>]
internal static class CaveatsOfBurn
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] BurnCard burn,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(burn.Counted), cancellationToken);
}
