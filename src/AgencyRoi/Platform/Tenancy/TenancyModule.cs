using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Tenancy;

internal sealed class TenancyModule : ProductModule
{
    public override void Map(ModelBuilder model) => Agency.Map(model);

    public override void AddServices(IServiceCollection services, IConfiguration settings) =>
        services.AddScoped<ITenantContextAccessor, TenantContextAccessor>();
}
