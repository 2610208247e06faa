using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.EvidencePolicies;

internal sealed class EvidencePoliciesModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(EvidencePolicyQueries), typeof(EvidencePolicyFields), typeof(SetEvidencePolicy)];

    public void Map(ModelBuilder model) => EvidencePolicy.Map(model);
}
