using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.EvidencePolicies;

internal sealed class EvidencePoliciesModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(EvidencePolicyQueries), typeof(EvidencePolicyFields), typeof(SetEvidencePolicy)];

    public override void Map(ModelBuilder model) => EvidencePolicy.Map(model);
}
