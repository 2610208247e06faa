using AgencyRoi.Campaigns;
using AgencyRoi.Channels;
using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Purposes;
using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.People;

/// <summary>Hours that somebody worked for a client on a day.</summary>
[TenantOwned]
[Node]
internal sealed class TimeEntry : IVersioned, ILedgerSource
{
    private TimeEntry() { }

    [GraphQLIgnore]
    public Guid TenantId { get; private init; }

    /// <summary>The id of its client.</summary>
    [ID<Client>]
    public Guid ClientId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

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
    public string ExternalReference { get; private init; } = "";

    /// <summary>How often its content has been stated: 1 at first, more after each correction.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>When it was taken back; null while it counts.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Goes up with each change; given back in an update to tell that nobody else changed it in between.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public static TimeEntry Record(Guid tenantId, TimeDraft draft, PricedTime priced, DateTimeOffset now)
    {
        var entry = new TimeEntry
        {
            TenantId = tenantId,
            ClientId = draft.ClientId,
            Id = Guid.CreateVersion7(now),
            ExternalReference = draft.ExternalReference,
            CreatedAt = now,
        };
        entry.Take(draft, priced, now);
        return entry;
    }

    /// <summary>Whether it says this already; one that was taken back says nothing.</summary>
    public bool Says(TimeDraft draft) =>
        RetractedAt is null && Content == draft with { ClientId = ClientId, ExternalReference = ExternalReference };

    /// <summary>States it anew; one that was taken back counts again.</summary>
    public void Revise(TimeDraft draft, PricedTime priced, DateTimeOffset now)
    {
        Revision++;
        RetractedAt = null;
        Take(draft, priced, now);
    }

    /// <summary>Notes the rates by which it is valued now: it went without one until now, or was restated. It says the same, so its revision stays.</summary>
    public void Price(PricedTime priced, DateTimeOffset now) =>
        (RateId, OverheadRateId, UpdatedAt) = (priced.Rate?.Id, priced.Overhead?.Id, now);

    /// <summary>Takes it back: its entries are reversed, the row stays. False: it was taken back before.</summary>
    public bool Retract(DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return false;
        Revision++;
        RetractedAt = UpdatedAt = now;
        return true;
    }

    /// <summary>What it says, as it would be given again.</summary>
    [GraphQLIgnore]
    public TimeDraft Content => new(ClientId, ExternalReference, PersonId, OccurredOn, Hours, ChannelId, CampaignId, GoalId, Note);

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

    private void Take(TimeDraft draft, PricedTime priced, DateTimeOffset now)
    {
        PersonId = draft.PersonId;
        RoleClass = priced.Role;
        OccurredOn = draft.OccurredOn;
        Hours = draft.Hours;
        RateId = priced.Rate?.Id;
        OverheadRateId = priced.Overhead?.Id;
        ChannelId = draft.ChannelId;
        CampaignId = draft.CampaignId;
        GoalId = draft.GoalId;
        Note = draft.Note;
        UpdatedAt = now;
    }
}

/// <summary>Hours as somebody states them, by mutation or in a file. Two drafts that are equal say the same.</summary>
internal sealed record TimeDraft(
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
