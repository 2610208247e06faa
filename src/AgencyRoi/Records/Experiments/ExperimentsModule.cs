using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Experiments;

internal sealed class ExperimentsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(ExperimentFields),
        typeof(ExperimentsOfClient),
        typeof(CreateExperiment),
        typeof(ExperimentCourse),
        typeof(ExperimentResultFields),
        typeof(ExperimentResultMutations),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [new ExperimentResultImport()];

    public void Map(ModelBuilder model)
    {
        Experiment.Map(model);
        ExperimentResult.Map(model);
    }
}
