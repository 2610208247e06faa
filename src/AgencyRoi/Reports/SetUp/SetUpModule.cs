using AgencyRoi.Platform;

namespace AgencyRoi.Reports.SetUp;

internal sealed class SetUpModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(SetUpOfClient), typeof(SetUpGapFields)];
}
