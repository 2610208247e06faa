using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.EvidencePolicies;

/// <summary>All policies of one agency, for whoever values facts on their days.</summary>
internal sealed class EvidencePolicies(IReadOnlyList<EvidencePolicy> policies)
{
    public static async Task<EvidencePolicies> LoadAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        new(await session.Db.Set<EvidencePolicy>().AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>The latest that has begun, and of these the last entered; before the first one the product's own.</summary>
    public EvidenceFactors InForce(DateOnly day) =>
        policies.Where(policy => policy.EffectiveFrom <= day).MaxBy(policy => (policy.EffectiveFrom, policy.Revision))?.Factors
        ?? EvidenceFactors.Default;
}
