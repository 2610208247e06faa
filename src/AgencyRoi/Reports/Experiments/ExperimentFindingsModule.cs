using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Experiments;

internal sealed class ExperimentFindingsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(FindingsOfExperiment), typeof(ReturnOfExperiment)];
}
