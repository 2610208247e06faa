using AgencyRoi.Campaigns;
using AgencyRoi.Channels;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;
using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Purposes;

/// <summary>An outcome as somebody states it, by mutation or in a file. Two drafts that are equal say the same.</summary>
internal sealed record OutcomeDraft(
    Guid GoalId,
    string ExternalReference,
    DateOnly OccurredOn,
    decimal Quantity,
    Guid? ChannelId,
    Guid? CampaignId,
    string? Note
);

/// <summary>A fact: on a day, a goal's indicator was met this many times.</summary>
[TenantOwned]
[Node]
internal sealed class Outcome : IVersioned, ILedgerSource
{
    private Outcome() { }

    [GraphQLIgnore]
    public Guid TenantId { get; private init; }

    [GraphQLIgnore]
    public Guid ClientId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>The id of its goal.</summary>
    [ID<Goal>]
    public Guid GoalId { get; private set; }

    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>How many units of the goal's indicator.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The channel it came through; null: that of the goal.</summary>
    [ID<Channel>]
    public Guid? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: that of the goal.</summary>
    [ID<Campaign>]
    public Guid? CampaignId { get; private set; }

    /// <summary>Anything worth knowing.</summary>
    public string? Note { get; private set; }

    /// <summary>Its key in another system, or <c>api:</c> and an id when none was given; unique for the client.</summary>
    public string ExternalReference { get; private init; } = "";

    /// <summary>1, and one more each time its content changed.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>When it was taken back; it then counts for nothing.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Goes up with each change; given back in an update to tell that nobody else changed it in between.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    [GraphQLIgnore]
    public OutcomeDraft Content => new(GoalId, ExternalReference, OccurredOn, Quantity, ChannelId, CampaignId, Note);

    public static Outcome Record(Goal goal, OutcomeDraft draft, DateTimeOffset now)
    {
        var outcome = new Outcome
        {
            TenantId = goal.TenantId,
            ClientId = goal.ClientId,
            Id = Guid.CreateVersion7(now),
            ExternalReference = draft.ExternalReference,
            CreatedAt = now,
        };
        outcome.Take(draft, now);
        return outcome;
    }

    /// <returns>Whether anything is different now. A retracted outcome comes back to life, also with the content that it had.</returns>
    public bool Revise(OutcomeDraft draft, DateTimeOffset now)
    {
        if (draft == Content && RetractedAt is null)
            return false;
        Take(draft, now);
        Revision++;
        RetractedAt = null;
        return true;
    }

    /// <returns>Whether it counted before.</returns>
    public bool Retract(DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return false;
        Revision++;
        (RetractedAt, UpdatedAt) = (now, now);
        return true;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Outcome>(outcome =>
        {
            outcome.ToTable("outcomes", "app");
            outcome.HasTenantKey();
            outcome.Property(row => row.Quantity).HasPrecision(20, 4);
            outcome.Ignore(row => row.Content);
            outcome.RefersWithinClientTo<Outcome, Goal>(row => row.GoalId);
            outcome.RefersWithinClientTo<Outcome, Channel>(row => row.ChannelId);
            outcome.RefersWithinClientTo<Outcome, Campaign>(row => row.CampaignId);
        });

    private void Take(OutcomeDraft draft, DateTimeOffset now)
    {
        GoalId = draft.GoalId;
        OccurredOn = draft.OccurredOn;
        Quantity = draft.Quantity;
        ChannelId = draft.ChannelId;
        CampaignId = draft.CampaignId;
        Note = draft.Note;
        UpdatedAt = now;
    }
}
