namespace AgencyRoi.Overlaps;

internal sealed class OverlapsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(OverlapsOfClient)];
}
