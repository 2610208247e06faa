using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Attribution;

internal sealed class AttributionModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(AttributionOfClient), typeof(PartnerSalesOfClient), typeof(DirectSalesInIndustryOfClient)];
}
