using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Purposes;

internal sealed class PurposesModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(PurposeFields), typeof(PurposesOfClient), typeof(CreatePurpose), typeof(UpdatePurpose)];

    public void Map(ModelBuilder model) => Purpose.Map(model);
}
