using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Customers;

internal sealed class CustomersModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(CustomersOfClient), typeof(CareTimesOfClient), typeof(ReferralChainOfClient)];
}
