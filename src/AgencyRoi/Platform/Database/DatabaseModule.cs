using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Database.Notices;
using AgencyRoi.Platform.Database.Outages;
using Npgsql;

namespace AgencyRoi.Platform.Database;

internal sealed class DatabaseModule : ProductModule
{
    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(_ => DataSources.Create(settings.RequiredConnection("App")));
        services.AddSingleton(provider => new ConnectionPlaces(
            ConnectionLimits.From(
                settings,
                new NpgsqlConnectionStringBuilder(provider.GetRequiredService<NpgsqlDataSource>().ConnectionString).MaxPoolSize
            )
        ));
        services.AddSingleton<OutageLog>();
        services.AddSingleton<AgencyDatabase>();
        services.AddScoped<OperationDatabase>();
        services.AddHostedService<RoleCheck>();
        services.AddHostedService<NoticeSender>();
        services.AddHostedService<NoticeListener>();
    }
}
