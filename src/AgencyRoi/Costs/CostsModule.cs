using AgencyRoi.Intake;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Costs;

internal sealed class CostsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(CostFields), typeof(CostsOfClient), typeof(RecordCost), typeof(CorrectCost), typeof(RetractCost)];

    public override void AddServices(IServiceCollection services, IConfiguration settings) =>
        services.AddSingleton<IRevaluation, CostRevaluation>();

    public override void Map(ModelBuilder model) => Cost.Map(model);
}
