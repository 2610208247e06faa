using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

internal sealed class SalesModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(SaleFields),
        typeof(SalesOfClient),
        typeof(RefundFields),
        typeof(SaleMutations),
        typeof(RefundMutations),
        typeof(RecordRefunds),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [new SaleImport(), new RefundImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, SaleRevaluation>();
        services.AddSingleton<IRevaluation, RefundRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<Sale>(SourceKind.Sale));
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<Refund>(SourceKind.Refund));
    }

    public void Map(ModelBuilder model)
    {
        Sale.Map(model);
        Refund.Map(model);
    }
}
