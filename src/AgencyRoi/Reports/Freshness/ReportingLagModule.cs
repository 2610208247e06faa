using AgencyRoi.Platform;
using AgencyRoi.Terms.ReportingDelays;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Freshness;

internal sealed class ReportingLagModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ProvisionalRoi), typeof(ReportingDelayQueries), typeof(ReportingDelayFields), typeof(SetReportingDelay)];

    public override void Map(ModelBuilder model) => ReportingDelay.Map(model);
}
