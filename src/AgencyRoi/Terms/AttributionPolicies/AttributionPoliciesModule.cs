using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.AttributionPolicies;

internal sealed class AttributionPoliciesModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(AttributionPolicyFields), typeof(AttributionPoliciesOfClient), typeof(SetAttributionPolicy)];

    public void Map(ModelBuilder model) => AttributionPolicy.Map(model);
}
