using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Deduplication;

internal sealed class DeduplicationModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(OverlapsOfClient)];
}
