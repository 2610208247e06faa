using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Attribution;

internal sealed class AttributionModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(AttributionOfClient), typeof(PartnerSalesOfClient), typeof(DirectSalesInIndustryOfClient)];

    public override void AddServices(IServiceCollection services, IConfiguration settings) =>
        services.AddSingleton(AttributionSettings.Read(settings));
}
