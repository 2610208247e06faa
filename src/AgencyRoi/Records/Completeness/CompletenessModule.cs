using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Completeness;

internal sealed class CompletenessModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(NoCostDeclarationFields), typeof(CompletenessOfClient), typeof(DeclareNoCost), typeof(WithdrawNoCost)];

    public override void Map(ModelBuilder model) => NoCostDeclaration.Map(model);
}
