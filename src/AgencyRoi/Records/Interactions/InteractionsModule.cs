using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Interactions;

internal sealed class InteractionsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(InteractionCountFields),
        typeof(AudienceActivityFields),
        typeof(InteractionTermQueries),
        typeof(InteractionsOfClient),
        typeof(InteractionCountMutations),
        typeof(AudienceActivityMutations),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [new InteractionCountImport(), new AudienceActivityImport()];

    public void Map(ModelBuilder model)
    {
        InteractionCount.Map(model);
        AudienceActivity.Map(model);
    }
}
