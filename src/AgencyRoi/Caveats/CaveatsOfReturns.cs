using AgencyRoi.Comparison;
using AgencyRoi.GraphQL.Binding;

namespace AgencyRoi.Caveats;

[ExtendObjectType<RoiFigure>]
internal static class CaveatsOfFigure
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] RoiFigure figure,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(figure.Counted), cancellationToken);
}

[ExtendObjectType<StreamRoi>]
internal static class CaveatsOfStream
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] StreamRoi stream,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(stream.Counted), cancellationToken);
}

[ExtendObjectType<CostCategoryPart>]
internal static class CaveatsOfCategory
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] CostCategoryPart category,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(category.Scope.Entries), cancellationToken);
}

[ExtendObjectType<RoiTree>]
internal static class CaveatsOfTree
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] RoiTree tree,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(tree.Counted), cancellationToken);
}

[ExtendObjectType<RoiTreeNode>]
internal static class CaveatsOfNode
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] RoiTreeNode node,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(node.Counted), cancellationToken);
}

[ExtendObjectType<PerUnit>]
internal static class CaveatsOfUnit
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] PerUnit unit,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(unit.Counted), cancellationToken);
}

[ExtendObjectType<MarginCard>]
internal static class CaveatsOfMargin
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] MarginCard margin,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(margin.Counted), cancellationToken);
}

[ExtendObjectType<CostAvoided>]
internal static class CaveatsOfCostAvoided
{
    /// <summary>What restricts it, in the order of the codes; empty: nothing that is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] CostAvoided avoided,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(avoided.Scope.Entries), cancellationToken);
}
