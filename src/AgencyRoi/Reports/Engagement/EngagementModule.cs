using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Engagement;

internal sealed class EngagementModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(EngagementOfClient),
        typeof(EngagementParts),
        typeof(DatabaseOfEngagement),
        typeof(AudienceDatabaseFields),
        typeof(EngagementOfRow),
        typeof(EngagementOfTotals),
        typeof(PublishedEngagement),
    ];
}
