using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Audience;

internal sealed class AudienceModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(AudienceAuditFields), typeof(AudienceOfClient), typeof(PlatformAssumptionQueries), typeof(AudienceAuditMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new AudienceAuditImport()];

    public void Map(ModelBuilder model) => AudienceAudit.Map(model);
}
