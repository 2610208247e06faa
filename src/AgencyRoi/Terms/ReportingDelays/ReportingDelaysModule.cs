using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ReportingDelays;

internal sealed class ReportingDelaysModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ReportingDelayQueries), typeof(ReportingDelayFields), typeof(SetReportingDelay)];

    public void Map(ModelBuilder model) => ReportingDelay.Map(model);
}
