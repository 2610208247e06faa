using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours as somebody states them.</summary>
internal sealed record TimeStatement : ClientStatement
{
    public const decimal HoursOfADay = 24m;

    /// <summary>Who worked.</summary>
    [ID<Person>]
    public required PersonId PersonId { get; init; }

    /// <summary>The day, in the client's time zone.</summary>
    [InFile("The day, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Not below zero, at most 24 on a day over all clients, at most four places.</summary>
    [InFile("Not below zero, at most 24 on a day over all clients, as 7.5.")]
    public required decimal Hours { get; init; }

    /// <summary>The client's channel they worked on.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign they worked on.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The client's goal they worked for.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; init; }

    /// <summary>What was done, at most 2000 characters.</summary>
    [InFile("At most 2000 characters.")]
    public string? Note { get; init; }

    public override DateOnly Day => OccurredOn;

    public Dimensions Dimensions => new(ChannelId?.Value, CampaignId?.Value, GoalId?.Value);

    public override void Check(FactChecks checks)
    {
        checks.Add(
            Hours switch
            {
                < 0 => new NegativeHoursError(),
                > HoursOfADay => new TooManyHoursError(),
                _ => null,
            }
        );
        checks.Places(Hours, "hours", places: 4);
        checks.Happened(OccurredOn, "occurredOn");
        checks.Text(Note, "note", longest: 2000);
        checks.OwnKey(ExternalReference);
    }
}
