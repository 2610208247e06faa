using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Completeness;

internal sealed class CompletenessModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(NoCostDeclarationFields), typeof(CompletenessOfClient), typeof(RecordNoCostDeclaration), typeof(RetractNoCostDeclaration)];

    public void Map(ModelBuilder model) => NoCostDeclaration.Map(model);
}
