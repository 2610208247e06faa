using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Subscriptions;

internal sealed class SubscriptionsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(SubscriptionFields),
        typeof(SubscriptionsOfClient),
        typeof(RecordSubscription),
        typeof(CorrectSubscription),
        typeof(CancelSubscription),
        typeof(RetractSubscription),
    ];

    public override void Map(ModelBuilder model) => Subscription.Map(model);
}
