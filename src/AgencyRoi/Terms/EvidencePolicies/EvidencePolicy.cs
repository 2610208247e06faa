using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.EvidencePolicies;

/// <summary>
/// The share of assisted and indirect value, by the grade of its evidence, that the agency lets into the adjusted total from a day on. It is never
/// changed: a later one for the same day takes its place.
/// </summary>
[TenantOwned]
[Node]
internal sealed class EvidencePolicy : IIdentified
{
    private EvidencePolicy() { }

    [GraphQLIgnore]
    public Guid TenantId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>The first day of the facts for which it holds; it holds until a later one begins.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>Of several for the same day the one with the highest number holds.</summary>
    public int Revision { get; private init; }

    /// <summary>For a randomised holdout or a geographic test, a share from 0 to 1.</summary>
    public decimal A { get; private init; }

    /// <summary>For difference-in-differences, a matched comparison, or orders tracked with a multi-touch model.</summary>
    public decimal B { get; private init; }

    /// <summary>For engaged against not engaged as they are, a lagged correlation, or the last touch alone.</summary>
    public decimal C { get; private init; }

    /// <summary>For an expert's estimate, a benchmark, or a replacement cost.</summary>
    public decimal D { get; private init; }

    /// <summary>For vanity and equivalence.</summary>
    public decimal E { get; private init; }

    /// <summary>Why it was set so.</summary>
    public string? Note { get; private init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    [GraphQLIgnore]
    public EvidenceFactors Factors => new(A, B, C, D, E);

    public static EvidencePolicy Create(Guid tenantId, SetEvidencePolicyInput input, int revision, DateTimeOffset now) =>
        new()
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            EffectiveFrom = input.EffectiveFrom,
            Revision = revision,
            A = input.A,
            B = input.B,
            C = input.C,
            D = input.D,
            E = input.E,
            Note = input.Note,
            CreatedAt = now,
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
