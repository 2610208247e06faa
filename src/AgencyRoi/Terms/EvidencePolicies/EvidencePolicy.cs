using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.EvidencePolicies;

/// <summary>
/// The share of assisted and indirect value, by the grade of its evidence, that the agency lets into the adjusted total from a day on. It is never
/// changed: a later one for the same day takes its place.
/// </summary>
[TenantOwned]
[Node]
internal sealed class EvidencePolicy : DatedRow
{
    private EvidencePolicy() { }

    private EvidencePolicy(AgencyId tenantId, DateOnly from, int revision, DateTimeOffset now)
        : base(tenantId, from, revision, now) { }

    /// <summary>The first day of the facts for which it holds; it holds until a later one begins.</summary>
    public override DateOnly EffectiveFrom { get; protected init; }

    [GraphQLIgnore]
    public decimal A { get; private init; }

    [GraphQLIgnore]
    public decimal B { get; private init; }

    [GraphQLIgnore]
    public decimal C { get; private init; }

    [GraphQLIgnore]
    public decimal D { get; private init; }

    [GraphQLIgnore]
    public decimal E { get; private init; }

    /// <summary>Why it was set so.</summary>
    public string? Note { get; private init; }

    [GraphQLIgnore]
    public EvidenceFactors Factors => new(A, B, C, D, E);

    public static EvidencePolicy Create(
        AgencyId tenantId,
        SetEvidencePolicyInput input,
        EvidenceFactors factors,
        int revision,
        DateTimeOffset now
    ) =>
        new(tenantId, input.EffectiveFrom, revision, now)
        {
            A = factors.A,
            B = factors.B,
            C = factors.C,
            D = factors.D,
            E = factors.E,
            Note = input.Note,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<EvidencePolicy>(policy =>
        {
            policy.ToTable("evidence_policies", "app");
            policy.HasTenantKey();
            policy.Ignore(row => row.Factors);
            foreach (var factor in new[] { nameof(A), nameof(B), nameof(C), nameof(D), nameof(E) })
                policy.Property<decimal>(factor).HasPrecision(5, 4);
        });
}
