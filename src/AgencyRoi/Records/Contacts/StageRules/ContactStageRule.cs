using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Stages;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.StageRules;

/// <summary>
/// A stage that is made of what contacts do, beside those that are recorded. VISITOR is reached by the first visit or click that had a legal basis, LEAD by the first touch
/// that creates a lead or the first conversion of type LEAD, CUSTOMER by the first purchase, REGULAR by several days with a purchase within some time. Other stages are recorded
/// alone.
/// </summary>
[TenantOwned]
internal sealed class ContactStageRule
{
    private ContactStageRule() { }

    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    [GraphQLIgnore]
    public ClientId ClientId { get; private init; }

    [GraphQLIgnore]
    public Guid Id { get; private init; }

    /// <summary>The stage.</summary>
    public CustomerStage Stage { get; private init; }

    /// <summary>With REGULAR: on how many days something was bought. Null: another stage.</summary>
    public int? PurchaseCount { get; private init; }

    /// <summary>With REGULAR: within how many days, the first and the last among them. Null: another stage.</summary>
    public int? WithinDays { get; private init; }

    [GraphQLIgnore]
    public DateTimeOffset CreatedAt { get; private init; }

    public static ContactStageRule Create(AgencyId tenantId, ClientId clientId, ContactStageRuleInput input, DateTimeOffset now) =>
        new()
        {
            TenantId = tenantId,
            ClientId = clientId,
            Id = Guid.CreateVersion7(now),
            Stage = input.Stage,
            PurchaseCount = input.PurchaseCount,
            WithinDays = input.WithinDays,
            CreatedAt = now,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactStageRule>(rule =>
        {
            rule.ToTable("contact_stage_rules", "app");
            rule.HasTenantKey();
            rule.RefersTo<ContactStageRule, Client>(row => row.ClientId);
        });
}

/// <summary>The stages that are made of what a client's contacts do.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Rules">One per stage, in the order of stages; empty: stages are recorded alone.</param>
internal sealed record ContactStageRuleList(
    [property: ID<Client>] ClientId ClientId,
    [property: ListSize(AssumedSize = 4)] IReadOnlyList<ContactStageRule> Rules
) : IOfClient;
