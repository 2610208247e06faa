using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Outages;

namespace AgencyRoi.Recording.Imports;

internal sealed class ImportsModule : ProductModule
{
    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<ImportKinds>();
        services.AddSingleton<ImportReports>();
        services.AddSingleton(services => new ImportRunner(
            services.GetRequiredService<AgencyDatabase>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetService<OutageLog>()
        )
        {
            KeepsReports = true,
        });
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ImportListing.Map(endpoints);
        ImportEndpoint.Map(endpoints);
        ImportReportEndpoint.Map(endpoints);
    }
}
