using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Audience;

internal sealed class PublishedAudienceModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(PublishedAudience)];
}
