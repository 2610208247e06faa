using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.ConsumerBenefits;

internal sealed class ConsumerBenefitsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ConsumerBenefitFields), typeof(ConsumerBenefitsOfClient), typeof(ConsumerBenefitMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new ConsumerBenefitImport()];

    public void Map(ModelBuilder model) => ConsumerBenefit.Map(model);
}
