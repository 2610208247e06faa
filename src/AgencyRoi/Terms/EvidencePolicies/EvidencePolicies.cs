using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.EvidencePolicies;

/// <summary>All policies of one agency, for whoever values facts on their days.</summary>
internal sealed class EvidencePolicies(IReadOnlyList<EvidencePolicy> policies)
{
    public static async Task<EvidencePolicies> LoadAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        new(await session.Db.Set<EvidencePolicy>().AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Those of the policy that holds on a day; before the first one the product's own.</summary>
    public EvidenceFactors InForce(DateOnly day) => policies.InForceOn(day)?.Factors ?? EvidenceFactors.Default;
}
