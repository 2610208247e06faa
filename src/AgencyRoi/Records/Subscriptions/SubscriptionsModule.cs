using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Subscriptions;

internal sealed class SubscriptionsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(SubscriptionFields), typeof(SubscriptionsOfClient), typeof(SubscriptionMutations), typeof(CancelToolSubscription)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new SubscriptionImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, SubscriptionRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<Subscription>(SourceKind.Subscription));
    }

    public void Map(ModelBuilder model) => Subscription.Map(model);
}
