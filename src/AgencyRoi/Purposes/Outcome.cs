using AgencyRoi.Campaigns;
using AgencyRoi.Channels;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Purposes;

/// <summary>What an outcome says happened; two outcomes with the same content are the same fact.</summary>
internal sealed record OutcomeContent(Guid GoalId, DateOnly OccurredOn, decimal Quantity, Guid? ChannelId, Guid? CampaignId, string? Note);

/// <summary>A fact: on a day, a goal's indicator was met this many times.</summary>
[TenantOwned]
[Node]
internal sealed class Outcome : IVersioned
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
    public OutcomeContent Content => new(GoalId, OccurredOn, Quantity, ChannelId, CampaignId, Note);

    public static Outcome Record(Goal goal, OutcomeContent content, string? externalReference, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            TenantId = goal.TenantId,
            ClientId = goal.ClientId,
            Id = id,
            GoalId = goal.Id,
            OccurredOn = content.OccurredOn,
            Quantity = content.Quantity,
            ChannelId = content.ChannelId,
            CampaignId = content.CampaignId,
            Note = content.Note,
            ExternalReference = externalReference ?? $"api:{id}",
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <returns>Whether anything is different now. A retracted outcome comes back to life, also with the content that it had.</returns>
    public bool Revise(OutcomeContent content, DateTimeOffset now)
    {
        if (content == Content && RetractedAt is null)
            return false;
        GoalId = content.GoalId;
        OccurredOn = content.OccurredOn;
        Quantity = content.Quantity;
        ChannelId = content.ChannelId;
        CampaignId = content.CampaignId;
        Note = content.Note;
        Revision++;
        (RetractedAt, UpdatedAt) = (null, now);
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
}
