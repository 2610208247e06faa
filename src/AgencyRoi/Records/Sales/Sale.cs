using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>A sale or another conversion: somebody bought, or did what the client wanted of them.</summary>
[TenantOwned]
[Node]
internal sealed class Sale : PostedFact
{
    /// <summary>What happened.</summary>
    public ConversionType Type { get; private set; }

    /// <summary>The day of the conversion, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The whole amount as it was invoiced, net of tax; null for a conversion that is worth its goal's value.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>ISO 4217: what it was invoiced in; null together with the amount.</summary>
    public string? Currency { get; private set; }

    /// <summary>How many conversions it stands for.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The channel it belongs to; null: none.</summary>
    [ID<Channel>]
    public Guid? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public Guid? CampaignId { get; private set; }

    /// <summary>The goal it belongs to; null: none.</summary>
    [ID<Goal>]
    public Guid? GoalId { get; private set; }

    /// <summary>The contact's key in another system. No name and no address.</summary>
    public string? ContactReference { get; private set; }

    /// <summary>The key of the lead in another system. Whatever names the same lead is one unit of value and counts once.</summary>
    public string? LeadReference { get; private set; }

    /// <summary>
    /// The key of the order in another system, where it is not its own. Whatever names the same order is one unit of value and counts once. A fact that names
    /// a lead and an order joins them.
    /// </summary>
    public string? OrderReference { get; private set; }

    /// <summary>What a person should know about it.</summary>
    public string? Description { get; private set; }

    /// <summary>The client's margin when it was valued, a share; null when none was known and revenue counted.</summary>
    public decimal? Margin { get; private set; }

    /// <summary>Whether the agency's work brought it: its channel is one the agency runs, or it has a campaign. Otherwise it is kept and counts as no value.</summary>
    public bool IsAttributed { get; private set; }

    /// <summary>Its key in another system, such as the order's number, unique among the client's sales; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    [GraphQLIgnore]
    public Money? Revenue => Content.Revenue;

    public static Sale Record(Guid tenantId, SaleStatement statement, Attribution attribution, DateTimeOffset now)
    {
        var sale = New<Sale>(tenantId, statement.ClientId, statement.ExternalReference, now);
        sale.Take(statement, attribution);
        return sale;
    }

    /// <summary>Whether it counts and says just this.</summary>
    public bool Says(SaleStatement statement) => RetractedAt is null && Content == statement;

    /// <summary>States it anew, at the margin and attribution of now; one that was taken back counts again.</summary>
    public void Revise(SaleStatement statement, Attribution attribution, DateTimeOffset now)
    {
        Take(statement, attribution);
        Restate(now);
    }

    /// <summary>What it says, as it would be given again.</summary>
    [GraphQLIgnore]
    public SaleStatement Content =>
        new(
            ClientId,
            ExternalReference,
            Type,
            OccurredOn,
            Amount,
            Currency,
            Quantity,
            ChannelId,
            CampaignId,
            GoalId,
            ContactReference,
            Description
        )
        {
            LeadReference = LeadReference,
            OrderReference = OrderReference,
        };

    /// <summary>What it was valued as when it was posted: its refunds take back by the same measure.</summary>
    internal SaleFact Fact(Money? unitValue = null) => Content.Fact(new Attribution(Margin, IsAttributed), unitValue);

    public static void Map(ModelBuilder model) =>
        model.Entity<Sale>(sale =>
        {
            sale.ToTable("sales", "app");
            sale.HasTenantKey();
            sale.Property(row => row.Amount).HasPrecision(24, 10);
            sale.Ignore(row => row.Revenue);
            sale.Ignore(row => row.Content);
            sale.Property(row => row.Quantity).HasPrecision(20, 4);
            sale.Property(row => row.Margin).HasPrecision(9, 8);
            sale.RefersTo<Sale, Client>(row => row.ClientId);
            sale.RefersWithinClientTo<Sale, Channel>(row => row.ChannelId);
            sale.RefersWithinClientTo<Sale, Campaign>(row => row.CampaignId);
            sale.RefersWithinClientTo<Sale, Goal>(row => row.GoalId);
        });

    private void Take(SaleStatement statement, Attribution attribution)
    {
        Type = statement.Type;
        OccurredOn = statement.OccurredOn;
        Amount = statement.Amount;
        Currency = statement.Currency;
        Quantity = statement.Quantity;
        ChannelId = statement.ChannelId;
        CampaignId = statement.CampaignId;
        GoalId = statement.GoalId;
        ContactReference = statement.ContactReference;
        Description = statement.Description;
        LeadReference = statement.LeadReference;
        OrderReference = statement.OrderReference;
        Margin = attribution.Margin;
        IsAttributed = attribution.IsAgencyChannel || statement.CampaignId is not null;
    }
}

/// <summary>The terms that a sale is posted with.</summary>
/// <param name="Margin">The client's margin, a share; null: revenue counts.</param>
/// <param name="IsAgencyChannel">Whether the agency runs the sale's channel.</param>
internal readonly record struct Attribution(decimal? Margin, bool IsAgencyChannel);

/// <summary>A sale as somebody states it, by mutation or in a file. Two statements that are equal say the same.</summary>
internal sealed record SaleStatement(
    Guid ClientId,
    string ExternalReference,
    ConversionType Type,
    DateOnly OccurredOn,
    decimal? Amount,
    string? Currency,
    decimal Quantity,
    Guid? ChannelId,
    Guid? CampaignId,
    Guid? GoalId,
    string? ContactReference,
    string? Description
)
{
    public string? LeadReference { get; init; }
    public string? OrderReference { get; init; }

    public Money? Revenue => Amount is { } amount && Currency is { } currency ? new Money(amount, currency) : null;

    /// <param name="unitValue">The goal's value in force on its day, for a conversion without an amount.</param>
    public SaleFact Fact(Attribution attribution, Money? unitValue) =>
        new(
            ExternalReference,
            Type,
            OccurredOn,
            Quantity,
            Revenue,
            unitValue,
            attribution.Margin,
            new Dimensions(ChannelId, CampaignId, GoalId),
            attribution.IsAgencyChannel,
            new UnitReferences(LeadReference, OrderReference)
        );
}
