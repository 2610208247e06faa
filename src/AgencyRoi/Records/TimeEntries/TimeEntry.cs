using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours that somebody worked for a client on a day.</summary>
[TenantOwned]
[Node]
internal sealed class TimeEntry : PostedFact<TimeEntry, TimeStatement>, IOfChannel, IOfCampaign, IOfGoal
{
    /// <summary>Who worked.</summary>
    [ID<Person>]
    public PersonId PersonId { get; private set; }

    /// <summary>The person's role class when the hours were entered: cost of staff or of management.</summary>
    public RoleClass RoleClass { get; private set; }

    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>How many hours, at most 24.</summary>
    public decimal Hours { get; private set; }

    /// <summary>The rate by which they were valued. Null: a gap; nobody has said what these hours cost, and none is posted.</summary>
    [ID<HourlyRate>]
    public Guid? RateId { get; private set; }

    /// <summary>The rate of the overhead; null: none was kept.</summary>
    [ID<HourlyRate>]
    public Guid? OverheadRateId { get; private set; }

    /// <summary>The channel it belongs to; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The goal it belongs to; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private set; }

    /// <summary>What was done.</summary>
    public string? Note { get; private set; }

    /// <summary>Its key in another system, unique among the client's hours; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    protected override SourceKind SourceKind => SourceKind.TimeEntry;

    protected override DateOnly Day => OccurredOn;

    /// <summary>Notes the rates by which it is valued now: it went without one until now, or was revalued. It says the same, so its revision stays.</summary>
    public void Price(PricedTime priced, DateTimeOffset now) =>
        (RoleClass, RateId, OverheadRateId, UpdatedAt) = (priced.Role, priced.Rate?.Id, priced.Overhead?.Id, now);

    public static void Map(ModelBuilder model) =>
        model.Entity<TimeEntry>(entry =>
        {
            entry.ToTable("time_entries", "app");
            entry.HasTenantKey();
            entry.Property(row => row.Hours).HasPrecision(9, 4);
            entry.RefersTo<TimeEntry, Client>(row => row.ClientId);
            entry.RefersTo<TimeEntry, Person>(row => row.PersonId);
            entry.RefersTo<TimeEntry, HourlyRate>(row => row.RateId);
            entry.RefersTo<TimeEntry, HourlyRate>(row => row.OverheadRateId);
            entry.RefersWithinClientTo<TimeEntry, Channel>(row => row.ChannelId);
            entry.RefersWithinClientTo<TimeEntry, Campaign>(row => row.CampaignId);
            entry.RefersWithinClientTo<TimeEntry, Goal>(row => row.GoalId);
        });
}
