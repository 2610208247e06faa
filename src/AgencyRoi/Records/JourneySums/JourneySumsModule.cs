using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Records.JourneySums;

internal sealed class JourneySumsModule : ProductModule
{
    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<JourneyKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<JourneyKeeper>());
        services.AddSingleton<NoticeChannel, ChangedJourneys>();
    }
}
