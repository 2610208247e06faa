using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.AttributionPolicies;

/// <summary>
/// How the client's conversions are credited, from a day on, to the touches before them. It is never changed: a later one for the same day takes its place.
/// Before the first one the model is LAST_NON_DIRECT_TOUCH and touches count for 90 days.
/// </summary>
[TenantOwned]
[Node]
internal sealed class AttributionPolicy : DatedRow, IOfClient
{
    public const int UsualLookBackDays = 90;

    private AttributionPolicy() { }

    private AttributionPolicy(AgencyId tenantId, DateOnly from, int revision, DateTimeOffset now)
        : base(tenantId, from, revision, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The first day of the conversions for which it holds; it holds until a later one begins.</summary>
    public override DateOnly EffectiveFrom { get; protected init; }

    /// <summary>The model.</summary>
    public AttributionModelType Model { get; private init; }

    /// <summary>The weights of a model that has some; null: it has none, or its usual ones.</summary>
    [GraphQLIgnore]
    public List<decimal>? Weights { get; private init; }

    /// <summary>The touch that the first weight is for; null: the model is not CUSTOM.</summary>
    public CountedFrom? CountedFrom { get; private init; }

    /// <summary>The half-life of TIME_DECAY; null: it is 7 days, or the model is another.</summary>
    public decimal? HalfLifeDays { get; private init; }

    /// <summary>How many days back touches count for a conversion whose goal says nothing else, and for how long a journey without conversion stays open.</summary>
    public int LookBackDays { get; private init; }

    /// <summary>The share of revenue credited to search engines that is declared to be owed to the work on social media, 0 to 1. It is shown and never posted.</summary>
    public decimal SearchOwedToSocialShare { get; private init; }

    /// <summary>The share of it that is declared to be owed to the authority of what is published, 0 to 1. It is shown and never posted.</summary>
    public decimal SearchOwedToAuthorityShare { get; private init; }

    /// <summary>Why it was set so.</summary>
    public string? Note { get; private init; }

    /// <summary>It credits touches one by one, which setting it asks for.</summary>
    [GraphQLIgnore]
    public AttributionModel Rule => AttributionRules.Of(Model, Weights, CountedFrom, HalfLifeDays)!; // by the table's check

    public static AttributionPolicy Create(AgencyId tenantId, SetAttributionPolicyInput input, int revision, DateTimeOffset now) =>
        new(tenantId, input.EffectiveFrom, revision, now)
        {
            ClientId = input.ClientId,
            Model = input.Model.Type,
            Weights = input.Model.Weights?.ToList(),
            CountedFrom = input.Model.CountedFrom,
            HalfLifeDays = input.Model.HalfLifeDays,
            LookBackDays = input.LookBackDays,
            SearchOwedToSocialShare = input.SearchOwedToSocialShare,
            SearchOwedToAuthorityShare = input.SearchOwedToAuthorityShare,
            Note = input.Note,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<AttributionPolicy>(policy =>
        {
            policy.ToTable("attribution_policies", "app");
            policy.HasTenantKey();
            policy.Ignore(row => row.Rule);
            policy.Property(row => row.Weights).HasColumnType("numeric(9,4)[]");
            policy.Property(row => row.HalfLifeDays).HasPrecision(8, 4);
            policy.Property(row => row.SearchOwedToSocialShare).HasPrecision(5, 4);
            policy.Property(row => row.SearchOwedToAuthorityShare).HasPrecision(5, 4);
            policy.RefersTo<AttributionPolicy, Client>(row => row.ClientId);
        });
}
