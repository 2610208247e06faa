using AgencyRoi.Platform;

namespace AgencyRoi.Reports.TwoSidedValue;

internal sealed class TwoSidedValueModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(TwoSidedValueOfClient), typeof(TwoSidedValueParts), typeof(PublishedTwoSidedValue)];
}
