using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Budgets;

/// <summary>The amount that a client may spend over some days, all in all or for one of its campaigns and those below it.</summary>
[TenantOwned]
[Node]
internal sealed class Budget : VersionedRow<BudgetId>, IOfClient, IOfCampaign
{
    private Budget() { }

    private Budget(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, new(Guid.CreateVersion7(now)), now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The campaign it is for, with those below it; null: the whole client.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private init; }

    /// <summary>The first day, in the client's time zone.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The first day after it.</summary>
    public DateOnly To { get; private init; }

    [GraphQLIgnore]
    public decimal Amount { get; private set; }

    [GraphQLIgnore]
    public string Currency { get; private init; } = "";

    /// <summary>When it was first set.</summary>
    public override DateTimeOffset CreatedAt
    {
        get => base.CreatedAt;
        protected init => base.CreatedAt = value;
    }

    internal DateRange Days => new(From, To);

    public static Budget Create(AgencyId tenantId, SetBudgetInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            ClientId = input.ClientId,
            CampaignId = input.CampaignId,
            From = input.From,
            To = input.To,
            Amount = input.Amount,
            Currency = input.Currency,
        };

    /// <summary>The same amount again changes nothing.</summary>
    public void Set(decimal amount, DateTimeOffset now)
    {
        if (Amount != amount)
            (Amount, UpdatedAt) = (amount, now);
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Budget>(budget =>
        {
            budget.ToTable("budgets", "app");
            budget.HasTenantKey();
            budget.Property(row => row.Amount).HasPrecision(24, 10);
            budget.Ignore(row => row.Days);
            budget.RefersTo<Budget, Client>(row => row.ClientId);
            budget.RefersWithinClientTo<Budget, Campaign>(row => row.CampaignId);
        });
}
