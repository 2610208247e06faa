using AgencyRoi.Platform;

namespace AgencyRoi.Reports.ReportingLag;

internal sealed class ReportingLagModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(ProvisionalRoi)];
}
