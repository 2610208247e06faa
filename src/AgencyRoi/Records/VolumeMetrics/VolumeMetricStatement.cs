using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.VolumeMetrics;

/// <summary>A volume metric as somebody states it: what was counted on a day of an ad, a post or a page. What nobody measured is left out; zero is a number.</summary>
internal sealed record VolumeMetricStatement : ObservationStatement
{
    /// <summary>The client's channel that it was counted on.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign that it belongs to.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The client's goal that it was meant for.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; init; }

    /// <summary>Whether advertising bought it. Only what was bought is divided into the spend on advertising.</summary>
    [InFile("true for what advertising bought; false is the default.")]
    public bool IsPaid { get; init; }

    /// <summary>How often it was shown; a whole number.</summary>
    [InFile("How often it was shown; a whole number.", Number = FileNumber.Quantity)]
    public decimal? Impressions { get; init; }

    /// <summary>People who saw it, each once, as the network says; a whole number, at most the impressions. It is never added up: the same people come again.</summary>
    [InFile("People who saw it, each once; a whole number, at most the impressions.", Number = FileNumber.Quantity)]
    public decimal? Reach { get; init; }

    /// <summary>Clicks that lead somewhere; a whole number.</summary>
    [InFile("Clicks that lead somewhere; a whole number.", Number = FileNumber.Quantity)]
    public decimal? Clicks { get; init; }

    /// <summary>Visits to a site or a page; a whole number.</summary>
    [InFile("Visits to a site or a page; a whole number.", Number = FileNumber.Quantity)]
    public decimal? Visits { get; init; }

    /// <summary>Likes, comments, shares and other reactions to a post, together; a whole number.</summary>
    [InFile("Likes, comments, shares and other reactions to a post, together; a whole number.", Number = FileNumber.Quantity)]
    public decimal? Interactions { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        checks.WholeQuantity(Impressions, "impressions");
        checks.WholeQuantity(Reach, "reach");
        checks.WholeQuantity(Clicks, "clicks");
        checks.WholeQuantity(Visits, "visits");
        checks.WholeQuantity(Interactions, "interactions");
        checks.Require(
            (Impressions ?? Reach ?? Clicks ?? Visits ?? Interactions) is not null,
            "impressions",
            "Nothing was counted: give impressions, reach, clicks, visits or interactions."
        );
        checks.Compare(!(Reach > Impressions), "reach", "impressions", "Not more people saw it than it was shown times.");
    }
}
