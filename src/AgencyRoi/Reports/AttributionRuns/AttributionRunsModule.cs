using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.AttributionRuns;

internal sealed class AttributionRunsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(AttributionRunFields),
        typeof(AttributionRunsOfClient),
        typeof(StartAttributionRun),
        typeof(PublishAttributionRun),
        typeof(PublishedAttributionOfClient),
    ];

    public void Map(ModelBuilder model) => AttributionRun.Map(model);

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<AttributionRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<AttributionRunner>());
    }
}
