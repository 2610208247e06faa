using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;
using Counted = AgencyRoi.Metrics.Streams.KeywordVisits;

namespace AgencyRoi.Records.Traffic;

/// <summary>Visits that a search term of one market brought in a month. Rows of one term, market and month are counted together.</summary>
[TenantOwned]
[Node]
internal sealed class KeywordVisits : PostedFact<KeywordVisits, KeywordVisitsStatement>, IOfChannel, IOfCampaign
{
    /// <summary>The term, in small letters with single spaces.</summary>
    public string Keyword { get; private set; } = "";

    /// <summary>ISO 3166-1: the market.</summary>
    public string Country { get; private set; } = "";

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>All visits.</summary>
    public decimal Visits { get; private set; }

    /// <summary>Those that ended in an order, which is counted as a sale and held out here.</summary>
    public decimal ConvertingVisits { get; private set; }

    /// <summary>Bought clicks are no saving and count nothing.</summary>
    public bool IsPaid { get; private set; }

    /// <summary>People who looked for the name would have come anyway: listed apart, and worth nothing.</summary>
    public bool IsBrand { get; private set; }

    /// <summary>The client's page that they came to.</summary>
    public string? TargetPage { get; private set; }

    /// <summary>The channel it belongs to; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>Its key in another system, unique among the client's visits; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>The price of a click that it was valued by; null: it waits for a price.</summary>
    public decimal? CostPerClick { get; private set; }

    [GraphQLIgnore]
    public string? CostPerClickCurrency { get; private set; }

    [GraphQLIgnore]
    public int Posting { get; private set; }

    internal Money? ValuedBy() => CostPerClick is { } amount ? new Money(amount, CostPerClickCurrency!) : null; // both or none: keyword_visits_price

    internal KeywordMonth Key() => new(Keyword, Country, Month);

    internal Counted Fact() =>
        new(
            Key(),
            Visits: Visits,
            ConvertingVisits: ConvertingVisits,
            IsPaid: IsPaid,
            IsBrand: IsBrand,
            new Dimensions(ChannelId?.Value, CampaignId?.Value)
        );

    protected override SourceKind SourceKind => SourceKind.KeywordVisits;

    protected override DateOnly Day => Month;

    /// <summary>What the ledger is given for it, at the price that its month was valued by.</summary>
    internal FactPosting Post(IReadOnlyList<ValuedEntry> lines, Money? price, DateTimeOffset now)
    {
        Posting++;
        Reprice(price, now);
        return Post(lines);
    }

    /// <summary>It was revalued: the ledger holds it at another price now.</summary>
    internal void Reprice(Money? price, DateTimeOffset now) =>
        (CostPerClick, CostPerClickCurrency, UpdatedAt) = (price?.Amount, price?.CurrencyCode, now);

    // Its entries change with those of other rows of its month, so that its postings are counted apart from its revisions.
    internal override FactPosting Post(IReadOnlyList<ValuedEntry> lines) =>
        new(ClientId, SourceKind, Id, Posting, ExternalReference, Month, lines) { IsRetraction = RetractedAt is not null };

    public static void Map(ModelBuilder model) =>
        model.Entity<KeywordVisits>(visits =>
        {
            visits.ToTable("keyword_visits", "app");
            visits.HasTenantKey();
            visits.Property(row => row.Visits).HasPrecision(20, 4);
            visits.Property(row => row.ConvertingVisits).HasPrecision(20, 4);
            visits.Property(row => row.CostPerClick).HasPrecision(24, 10);
            visits.RefersTo<KeywordVisits, Client>(row => row.ClientId);
            visits.RefersWithinClientTo<KeywordVisits, Channel>(row => row.ChannelId);
            visits.RefersWithinClientTo<KeywordVisits, Campaign>(row => row.CampaignId);
        });
}
