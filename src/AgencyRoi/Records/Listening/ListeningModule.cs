using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Listening;

internal sealed class ListeningModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(MentionFields), typeof(RatingFields), typeof(ListeningOfClient), typeof(MentionMutations), typeof(RatingMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new MentionImport(), new RatingImport()];

    public void Map(ModelBuilder model)
    {
        Mention.Map(model);
        Rating.Map(model);
    }
}
