using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

internal sealed class SharedCostsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(AllocationQueries), typeof(CostAllocationFields), typeof(RecordCostAllocation), typeof(RetractCostAllocation)];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, AllocationRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<CostAllocation>(SourceKind.CostAllocation) { IsOfWholeAgency = true });
    }

    public void Map(ModelBuilder model)
    {
        CostAllocation.Map(model);
        CostAllocationShare.Map(model);
    }
}
