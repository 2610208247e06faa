using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>A sale or another conversion: somebody bought, or did what the client wanted of them.</summary>
[TenantOwned]
[Node]
internal sealed class Sale : PostedFact<Sale, SaleStatement>, IOfChannel, IOfCampaign, IOfGoal
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
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The goal it belongs to; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private set; }

    /// <summary>The contact's key in another system. No name and no address.</summary>
    public string? ContactReference { get; private set; }

    /// <summary>The key of the lead in another system. Whatever names the same lead is one unit of value and counts once.</summary>
    public string? LeadReference { get; private set; }

    /// <summary>
    /// The key of the order in another system, where it is not its own. Whatever names the same order is one unit of value and counts once. A fact that names
    /// a lead and an order joins them.
    /// </summary>
    public string? OrderReference { get; private set; }

    /// <summary>The sale or conversion in words, for people to read.</summary>
    public string? Description { get; private set; }

    /// <summary>The client's margin when it was valued, a share; null when none was known and revenue counted.</summary>
    public decimal? Margin { get; private set; }

    /// <summary>
    /// Whether the agency's work brought it, or in part: its channel is one the agency runs, or it has a campaign; with touches before it, the same of a touch
    /// that has credit. Otherwise it is kept and counts as no value.
    /// </summary>
    public bool IsAttributed { get; private set; }

    /// <summary>Its moment; null: only its day is known.</summary>
    public DateTimeOffset? OccurredAt { get; private set; }

    /// <summary>The channel that the buyer named when asked; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ReportedChannelId { get; private set; }

    /// <summary>The collaborator, agent or reseller by whom it came; null: none.</summary>
    public string? Partner { get; private set; }

    [GraphQLIgnore]
    public Guid? NamedKey { get; private set; }

    [GraphQLIgnore]
    public Guid? JourneyKey { get; private set; }

    /// <summary>The moment until which touches come before it; null where it has no journey key.</summary>
    [GraphQLIgnore]
    public DateTimeOffset? ConvertedAt { get; private set; }

    [GraphQLIgnore]
    public string? JourneyText { get; private set; }

    [GraphQLIgnore]
    public SaleJourney? Journey => JourneyText is { } text ? StoredJson.Read<SaleJourney>(text) : null;

    /// <summary>The worth of the whole conversion in the client's currency when it was posted, attributed or not, four places; null: valued before this was kept.</summary>
    [GraphQLIgnore]
    public decimal? BookedAmount { get; private set; }

    /// <summary>Its key in another system, such as the order's number, unique among the client's sales; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    [GraphQLIgnore]
    public Money? Revenue => Statement.Revenue;

    protected override SourceKind SourceKind => SourceKind.Sale;

    protected override DateOnly Day => OccurredOn;

    /// <summary>Notes the terms that it is valued with.</summary>
    public void Attribute(Attribution attribution, SaleFact valued, decimal bookedAmount)
    {
        (Margin, IsAttributed, BookedAmount) = (attribution.Margin, valued.IsAttributed, bookedAmount);
        JourneyText = attribution.Journey is { } journey ? StoredJson.Write(journey) : null;
    }

    /// <summary>Notes until when touches come before it.</summary>
    internal JourneyPerson Buyer => new(ClientId, JourneyKey ?? Id);

    public void ConvertAt(DateTimeOffset? moment) => ConvertedAt = JourneyKey is null ? null : moment;

    /// <summary>The terms that it was posted with: its refunds take back by the same measure.</summary>
    internal Attribution Posted => new(Margin, IsAttributed) { Journey = Journey };

    internal SaleFact Fact(Money? unitValue = null) => Statement.Fact(Posted, unitValue);

    public static void Map(ModelBuilder model) =>
        model.Entity<Sale>(sale =>
        {
            sale.ToTable("sales", "app");
            sale.HasTenantKey();
            sale.Property(row => row.Amount).HasPrecision(24, 10);
            sale.Ignore(row => row.Revenue);
            sale.Ignore(row => row.Journey);
            sale.Ignore(row => row.Posted);
            sale.Property(row => row.JourneyText).HasColumnName("journey").HasColumnType("jsonb");
            sale.Property(row => row.BookedAmount).HasPrecision(20, 4);
            sale.Property(row => row.Quantity).HasPrecision(20, 4);
            sale.Property(row => row.Margin).HasPrecision(9, 8);
            sale.RefersTo<Sale, Client>(row => row.ClientId);
            sale.RefersWithinClientTo<Sale, Channel>(row => row.ChannelId);
            sale.RefersWithinClientTo<Sale, Campaign>(row => row.CampaignId);
            sale.RefersWithinClientTo<Sale, Channel>(row => row.ReportedChannelId);
            sale.RefersWithinClientTo<Sale, Goal>(row => row.GoalId);
        });
}

/// <summary>The terms that a sale is posted with.</summary>
/// <param name="Margin">The client's margin, a share; null: revenue counts.</param>
/// <param name="IsAgencyChannel">Whether the agency runs the sale's channel.</param>
internal readonly record struct Attribution(decimal? Margin, bool IsAgencyChannel)
{
    /// <summary>What the attribution policy makes of its touches; null: it has none.</summary>
    public SaleJourney? Journey { get; init; }
}
