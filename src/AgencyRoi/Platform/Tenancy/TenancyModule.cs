using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Tenancy;

internal sealed class TenancyModule : ProductModule, IMapsEntities
{
    public void Map(ModelBuilder model) => Agency.Map(model);

    public override void AddServices(IServiceCollection services, IConfiguration settings) =>
        services.AddScoped<ITenantContextAccessor, TenantContextAccessor>();
}
