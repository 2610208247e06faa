using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Valuation;
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
internal sealed class TimeEntry : PostedFact
{
    /// <summary>Who worked.</summary>
    [ID<Person>]
    public Guid PersonId { get; private set; }

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
    public Guid? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public Guid? CampaignId { get; private set; }

    /// <summary>The goal it belongs to; null: none.</summary>
    [ID<Goal>]
    public Guid? GoalId { get; private set; }

    /// <summary>What was done.</summary>
    public string? Note { get; private set; }

    /// <summary>Its key in another system, unique among the client's hours; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    public static TimeEntry Record(Guid tenantId, TimeStatement statement, PricedTime priced, DateTimeOffset now)
    {
        var entry = New<TimeEntry>(tenantId, statement.ClientId, statement.ExternalReference, now);
        entry.Take(statement, priced);
        return entry;
    }

    /// <summary>Whether it says this already; one that was taken back says nothing.</summary>
    public bool Says(TimeStatement statement) => RetractedAt is null && Content == statement;

    /// <summary>States it anew; one that was taken back counts again.</summary>
    public void Revise(TimeStatement statement, PricedTime priced, DateTimeOffset now)
    {
        Take(statement, priced);
        Restate(now);
    }

    /// <summary>Notes the rates by which it is valued now: it went without one until now, or was restated. It says the same, so its revision stays.</summary>
    public void Price(PricedTime priced, DateTimeOffset now) =>
        (RateId, OverheadRateId, UpdatedAt) = (priced.Rate?.Id, priced.Overhead?.Id, now);

    /// <summary>What it says, as it would be given again.</summary>
    [GraphQLIgnore]
    public TimeStatement Content => new(ClientId, ExternalReference, PersonId, OccurredOn, Hours, ChannelId, CampaignId, GoalId, Note);

    public static void Map(ModelBuilder model) =>
        model.Entity<TimeEntry>(entry =>
        {
            entry.ToTable("time_entries", "app");
            entry.HasTenantKey();
            entry.Property(row => row.Hours).HasPrecision(9, 4);
            entry.Ignore(row => row.Content);
            entry.RefersTo<TimeEntry, Client>(row => row.ClientId);
            entry.RefersTo<TimeEntry, Person>(row => row.PersonId);
            entry.RefersTo<TimeEntry, HourlyRate>(row => row.RateId);
            entry.RefersTo<TimeEntry, HourlyRate>(row => row.OverheadRateId);
            entry.RefersWithinClientTo<TimeEntry, Channel>(row => row.ChannelId);
            entry.RefersWithinClientTo<TimeEntry, Campaign>(row => row.CampaignId);
            entry.RefersWithinClientTo<TimeEntry, Goal>(row => row.GoalId);
        });

    private void Take(TimeStatement statement, PricedTime priced)
    {
        PersonId = statement.PersonId;
        RoleClass = priced.Role;
        OccurredOn = statement.OccurredOn;
        Hours = statement.Hours;
        RateId = priced.Rate?.Id;
        OverheadRateId = priced.Overhead?.Id;
        ChannelId = statement.ChannelId;
        CampaignId = statement.CampaignId;
        GoalId = statement.GoalId;
        Note = statement.Note;
    }
}

/// <summary>Hours as somebody states them, by mutation or in a file. Two statements that are equal say the same.</summary>
internal sealed record TimeStatement(
    Guid ClientId,
    string ExternalReference,
    Guid PersonId,
    DateOnly OccurredOn,
    decimal Hours,
    Guid? ChannelId,
    Guid? CampaignId,
    Guid? GoalId,
    string? Note
)
{
    public Dimensions Dimensions => new(ChannelId, CampaignId, GoalId);
}
