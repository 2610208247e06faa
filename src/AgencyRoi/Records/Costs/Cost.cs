using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Costs;

/// <summary>
/// Something that was paid, by the client or by the agency for the client, or with <c>isCredit</c> a credit: what a platform or supplier gave back.
/// Zero is a cost too.
/// </summary>
[TenantOwned]
[Node]
internal sealed class Cost : PostedFact<Cost, CostStatement>, IPaid, IOfChannel, IOfCampaign, IOfGoal
{
    /// <summary>What it was for.</summary>
    public CostCategory Category { get; private set; }

    /// <summary>The day of the service, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>Net of tax, in units of the currency it was paid in; of a credit, what was given back.</summary>
    public decimal Amount { get; private set; }

    /// <summary>ISO 4217: what it was paid in.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Who paid it: the client's return counts what the client paid, the agency's margin what the agency paid.</summary>
    public PaidBy PaidBy { get; private set; }

    /// <summary>The channel it belongs to; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The goal it belongs to; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private set; }

    /// <summary>The cost in words, for people to read.</summary>
    public string? Description { get; private set; }

    /// <summary>Whether the amount is an assumption and not from a bill.</summary>
    public bool IsAssumed { get; private set; }

    /// <summary>Over how many months, from its day on, it is spread by day; null: it counts on its day.</summary>
    public int? SpreadMonths { get; private set; }

    /// <summary>Whether it is a credit: it counts minus its amount, against its category, on its own day.</summary>
    public bool IsCredit { get; private set; }

    /// <summary>The number of the supplier's invoice; null: none is known.</summary>
    public string? InvoiceNumber { get; private set; }

    /// <summary>Its key in another system, unique among the client's costs; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    protected override SourceKind SourceKind => SourceKind.Cost;

    protected override DateOnly Day => OccurredOn;

    public static void Map(ModelBuilder model) =>
        model.Entity<Cost>(cost =>
        {
            cost.ToTable("costs", "app");
            cost.HasTenantKey();
            cost.Property(row => row.Amount).HasPrecision(24, 10);
            cost.RefersTo<Cost, Client>(row => row.ClientId);
            cost.RefersWithinClientTo<Cost, Channel>(row => row.ChannelId);
            cost.RefersWithinClientTo<Cost, Campaign>(row => row.CampaignId);
            cost.RefersWithinClientTo<Cost, Goal>(row => row.GoalId);
        });
}
