using AgencyRoi.Database.Notices;

namespace AgencyRoi.Database;

internal sealed class DatabaseModule : ProductModule
{
    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(_ => DataSources.Create(settings.RequiredConnection("App")));
        services.AddSingleton<AgencyDatabase>();
        services.AddScoped<OperationDatabase>();
        services.AddHostedService<RoleCheck>();
        services.AddHostedService<NoticeSender>();
        services.AddHostedService<NoticeListener>();
    }
}
