namespace AgencyRoi.Imports;

internal sealed class ImportsModule : ProductModule
{
    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<ImportKinds>();
        services.AddSingleton<ImportRunner>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ImportListing.Map(endpoints);
        ImportEndpoint.Map(endpoints);
    }
}
