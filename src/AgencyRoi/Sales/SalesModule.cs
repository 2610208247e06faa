using AgencyRoi.Intake;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

internal sealed class SalesModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(SaleFields),
        typeof(SalesOfClient),
        typeof(RefundFields),
        typeof(RecordSale),
        typeof(CorrectSale),
        typeof(RetractSale),
        typeof(RecordRefund),
        typeof(RetractRefund),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, SaleRevaluation>();
        services.AddSingleton<IRevaluation, RefundRevaluation>();
    }

    public override void Map(ModelBuilder model)
    {
        Sale.Map(model);
        Refund.Map(model);
    }
}
