using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Costs;

internal sealed class CostsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(CostFields), typeof(CostsOfClient), typeof(CostMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new CostImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, CostRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<Cost>(SourceKind.Cost));
    }

    public void Map(ModelBuilder model) => Cost.Map(model);
}
