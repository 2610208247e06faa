using AgencyRoi.Platform;

namespace AgencyRoi.Returns.Advertising;

internal sealed class AdvertisingModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(AdvertisingOfClient),
        typeof(AdvertisingOfChannel),
        typeof(AdvertisingOfCampaign),
        typeof(AdvertisingOfGoal),
        typeof(NetworkTrafficOfClient),
    ];
}
