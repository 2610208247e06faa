using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Reports.LedgerChanges;

internal sealed class LedgerChangesModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(LedgerChanged)];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<LedgerFeed>();
        services.AddSingleton<NoticeChannel>(provider => provider.GetRequiredService<LedgerFeed>());
        services.AddSingleton<LedgerVersions>();
    }
}
