using System.ComponentModel.DataAnnotations.Schema;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>A sale as somebody states it.</summary>
internal sealed record SaleStatement : ClientStatement, INamesJourney<SaleStatement>
{
    /// <summary>What happened.</summary>
    [InFile(Otherwise = ConversionType.Sale)]
    public required ConversionType Type { get; init; }

    /// <summary>The day of the conversion, in the client's time zone.</summary>
    [InFile("The day of the conversion, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Revenue net of tax, zero or above. A sale needs it; another conversion may take its goal's value instead.</summary>
    [InFile("Revenue net of tax, as 1234.50; empty for a conversion that takes its goal's value.", Number = FileNumber.Amount)]
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217, together with the amount.</summary>
    [InFile("ISO 4217, together with the amount.")]
    public string? Currency { get; init; }

    /// <summary>How many conversions it stands for.</summary>
    [InFile("How many conversions the row stands for; 1 is the default.", Number = FileNumber.Quantity)]
    public decimal Quantity { get; init; } = 1m;

    /// <summary>The client's channel that brought it. It counts as value when the agency runs the channel.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign that brought it. It then counts as value.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The client's goal that it serves.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; init; }

    /// <summary>
    /// The contact's key in another system. No name and no address. Touches that name the same contact, or the same visitor, come before the conversion, and the
    /// client's attribution policy credits it to them.
    /// </summary>
    [Key]
    [InFile(
        "The contact's key in your system. No name and no address. Touches of the same contact or visitor are credited with the conversion."
    )]
    public string? ContactReference { get; init; }

    /// <summary>The sale or conversion in words, for people to read, at most 2000 characters.</summary>
    [InFile("At most 2000 characters.")]
    public string? Description { get; init; }

    /// <summary>The lead's key in another system. Conversions and outcomes that name the same lead count once; not above a quantity of 1, but for a sale, which is one order.</summary>
    [Key]
    [InFile("The lead's key in your system: what names the same lead counts once.")]
    public string? LeadReference { get; init; }

    /// <summary>The order's key, where the sale has another of its own; it goes before the lead's. What names the same order counts once.</summary>
    [Key]
    [InFile("The order's key, where the row has another of its own: what names the same order counts once.")]
    public string? OrderReference { get; init; }

    /// <summary>The moment of the conversion, on its day in the client's time zone. Without one, touches of the whole day come before it.</summary>
    [InFile(
        "The moment, as 2025-12-31T18:30:00Z or with an offset as +01:00; without one it is in the client's time zone. Empty: the end of the day."
    )]
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The visitor's key as touches name it, for a buyer who is no known contact; it goes before the contact's. Stored as a hash alone.</summary>
    [Key]
    [NotMapped]
    [InFile("The visitor's key as touches name it; it goes before the contact's.")]
    public string? VisitorKey { get; init; }

    /// <summary>The client's channel that the buyer named when asked how they heard of the client. It moves no value: it is compared with what the models say.</summary>
    [ID<Channel>]
    public ChannelId? ReportedChannelId { get; init; }

    /// <summary>The collaborator, agent or reseller by whom it came, by a key of yours. No name of a person.</summary>
    [Key]
    [InFile("The collaborator, agent or reseller by whom it came. No name of a person.")]
    public string? Partner { get; init; }

    /// <summary>The hash of the visitor's or the contact's key; null: neither is named, or the client has no touches yet.</summary>
    [GraphQLIgnore]
    public Guid? NamedKey { get; init; }

    /// <summary>The key of the journey that it ends: another than the hash where the contact is known by several keys, or is merged.</summary>
    [GraphQLIgnore]
    public Guid? JourneyKey { get; init; }

    public override DateOnly Day => OccurredOn;

    // A correction reads the contact that is kept; the visitor it was stated with is known by the hash alone.
    SaleStatement INamesJourney<SaleStatement>.Hashed(Guid? key) =>
        this with
        {
            NamedKey = VisitorKey is null && JourneyKeys.IsOfVisitor(NamedKey) ? NamedKey : key,
            VisitorKey = null,
        };

    Guid? INamesJourney<SaleStatement>.Named => NamedKey;

    SaleStatement INamesJourney<SaleStatement>.InJourneyOf(Guid? person) => this with { JourneyKey = person };

    public Money? Revenue => Amount is { } amount && Currency is { } currency ? new Money(amount, currency) : null;

    /// <param name="unitValue">The goal's value in force on its day, for a conversion without an amount.</param>
    public SaleFact Fact(Attribution attribution, Money? unitValue) =>
        new(
            ExternalReference,
            Type,
            OccurredOn,
            Quantity,
            Amount: Revenue,
            UnitValue: unitValue,
            attribution.Margin,
            new Dimensions(ChannelId?.Value, CampaignId?.Value, GoalId?.Value),
            attribution.IsAgencyChannel,
            new UnitReferences(LeadReference, OrderReference)
        )
        {
            Credits = attribution.Journey is { } journey ? [.. journey.Credits.Select(credit => credit.Credit)] : null,
        };

    public override void Check(FactChecks checks)
    {
        if (Amount is { } amount)
        {
            checks.Amount(amount, "amount");
            checks.Payable(amount, Currency, "amount");
        }
        checks.Currency(Currency);
        checks.Require((Amount is null) == (Currency is null), "currency", "An amount and its currency are given together.");
        checks.Compare(
            Amount is not null || Type is not (ConversionType.Sale or ConversionType.InStore),
            "amount",
            "currency",
            "A sale has an amount."
        );
        checks.Compare(
            Amount is not null || GoalId is not null,
            "amount",
            "currency",
            "A conversion has an amount, or a goal whose value it takes."
        );
        checks.Quantity(Quantity, "quantity");
        checks.Require(
            Quantity != 0 || Amount is null or 0,
            "quantity",
            "No conversion has no amount: give the quantity, or leave the amount out."
        );
        checks.Happened(OccurredOn, "occurredOn");
        if (OccurredAt is { } moment)
            checks.Happened(moment, "occurredAt");
        checks.Key(ContactReference, "contactReference");
        checks.Key(VisitorKey, "visitorKey");
        checks.Key(Partner, "partner");
        checks.Key(LeadReference, "leadReference");
        checks.Key(OrderReference, "orderReference");
        checks.Text(Description, "description", longest: 2000);
        checks.OwnKey(ExternalReference);
    }
}
