using AgencyRoi.Platform;

namespace AgencyRoi.Returns.Explain;

internal sealed class ExplainModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(ExclusionsOfFigure), typeof(EntryQueries), typeof(EntriesOfParts)];
}
