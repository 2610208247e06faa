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
        typeof(ClosePeriod),
        typeof(PublishPeriod),
        typeof(UnpublishPeriod),
        typeof(RevalueClient),
        typeof(PendingRevaluationOfClient),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration settings) => services.AddSingleton<Revaluations>();
}
