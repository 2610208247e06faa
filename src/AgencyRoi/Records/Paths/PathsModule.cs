using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Paths;

internal sealed class PathsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(JourneyPathFields), typeof(JourneyPathsOfClient), typeof(JourneyPathMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new PathImport()];

    public void Map(ModelBuilder model) => JourneyPath.Map(model);
}
