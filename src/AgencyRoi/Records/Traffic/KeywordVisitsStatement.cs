using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;
using Counted = AgencyRoi.Metrics.Streams.KeywordVisits;

namespace AgencyRoi.Records.Traffic;

/// <summary>Visits as somebody states them.</summary>
internal sealed record KeywordVisitsStatement : ClientStatement
{
    /// <summary>The term; case and spaces make no difference.</summary>
    [InFile("The term; case and spaces make no difference.")]
    public required string Keyword
    {
        get;
        init => field = KeywordMonth.Fold(value);
    }

    /// <summary>ISO 3166-1, two capital letters: the market.</summary>
    [InFile("ISO 3166-1, two capital letters.")]
    public required string Country
    {
        get;
        init => field = value.ToUpperInvariant();
    }

    /// <summary>Any day of the month.</summary>
    [InFile("Any day of the month, as 2025-12-01.")]
    public required DateOnly Month
    {
        get;
        init => field = IntervalBuckets.StartOf(value, TimeInterval.Month);
    }

    /// <summary>All visits.</summary>
    [InFile("All visits.", Number = FileNumber.Quantity)]
    public required decimal Visits { get; init; }

    /// <summary>Those that ended in an order, which is recorded as a sale.</summary>
    [InFile("Those that ended in an order.", Number = FileNumber.Quantity)]
    public decimal ConvertingVisits { get; init; } = 0m;

    /// <summary>Whether the clicks were bought; they count nothing.</summary>
    [InFile("true for bought clicks; false is the default.")]
    public bool IsPaid { get; init; }

    /// <summary>Whether people looked for the name; listed apart, worth nothing.</summary>
    [InFile("true when people looked for the name; false is the default.")]
    public bool IsBrand { get; init; }

    /// <summary>The client's page that they came to, https:// or http://.</summary>
    [InFile("The client's page that they came to.")]
    public string? TargetPage { get; init; }

    /// <summary>The client's channel that they belong to.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign that they belong to.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    public override DateOnly Day => Month;

    public KeywordMonth Key => new(Keyword, Country, Month);

    public override void Check(FactChecks checks)
    {
        checks.Text(Keyword, "keyword");
        checks.Market(Country);
        checks.Happened(Month, "month");
        checks.Quantity(Visits, "visits");
        checks.Quantity(ConvertingVisits, "convertingVisits");
        checks.Compare(ConvertingVisits <= Visits, "convertingVisits", "visits", "Not more visits end in an order than there are.");
        checks.Url(TargetPage, "targetPage");
        checks.OwnKey(ExternalReference);
    }
}
