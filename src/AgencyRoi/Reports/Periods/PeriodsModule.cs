using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Periods;

internal sealed class PeriodsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(PeriodsOfClient),
        typeof(ReportOfClient),
        typeof(RestatedFields),
        typeof(CauseFields),
        typeof(PublishedReturn),
        typeof(CloseClientPeriod),
        typeof(PublishClientPeriod),
        typeof(UnpublishClientPeriod),
        typeof(RevalueClient),
        typeof(PendingRevaluationOfClient),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration settings) => services.AddSingleton<Revaluations>();
}
