using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Touches;

internal sealed class TouchesModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(TouchFields), typeof(TouchesOfClient), typeof(TouchMutations), typeof(TouchCreditFields), typeof(TouchCreditsOfSale)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new TouchImport()];

    public void Map(ModelBuilder model) => Touch.Map(model);
}
