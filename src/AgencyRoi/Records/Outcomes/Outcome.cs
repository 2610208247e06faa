using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

/// <summary>A fact: on a day, a goal's indicator was met this many times.</summary>
[TenantOwned]
[Node]
internal sealed class Outcome : PostedFact<Outcome, OutcomeStatement>
{
    [GraphQLIgnore]
    public override ClientId ClientId
    {
        get => base.ClientId;
        protected init => base.ClientId = value;
    }

    /// <summary>Its goal.</summary>
    [ID<Goal>]
    public GoalId GoalId { get; private set; }

    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>How many units of the goal's indicator.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The channel that was given with it; null: none was, and it is booked on that of its goal, which <c>channel</c> shows.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign that was given with it; null: none was, and it is booked on that of its goal, which <c>campaign</c> shows.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>Anything worth knowing.</summary>
    public string? Note { get; private set; }

    /// <summary>
    /// The key of the lead in another system. Whatever names the same lead is one unit of value and counts once, as long as the quantity is not above 1.
    /// </summary>
    public string? LeadReference { get; private set; }

    /// <summary>
    /// The key of the order in another system. Whatever names the same order is one unit of value and counts once, as long as the quantity is not above 1.
    /// A fact that names a lead and an order joins them.
    /// </summary>
    public string? OrderReference { get; private set; }

    /// <summary>The contact's key in another system. No name and no address.</summary>
    public string? ContactReference { get; private set; }

    /// <summary>What it did for the person. Null: nobody said.</summary>
    public ActionClass? ActionClass { get; private set; }

    /// <summary>How good the idea is. Only ideas graded GOOD are worth anything. Null: it is no idea, or not graded yet.</summary>
    public IdeaGrade? IdeaGrade { get; private set; }

    /// <summary>Its key in another system, or <c>api:</c> and an id when none was given; unique for the client.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>1, and one more each time its content changed.</summary>
    public override int Revision
    {
        get => base.Revision;
        protected set => base.Revision = value;
    }

    /// <summary>When it was taken back; it then counts for nothing.</summary>
    public override DateTimeOffset? RetractedAt
    {
        get => base.RetractedAt;
        protected set => base.RetractedAt = value;
    }

    protected override SourceKind SourceKind => SourceKind.Outcome;

    protected override DateOnly Day => OccurredOn;

    /// <summary>Those of the unit of value that it claims, without what was decided on it.</summary>
    internal IReadOnlyList<string> UnitNames =>
        ClaimedUnit.OfOutcome(GoalId.Value, ExternalReference, Quantity, new UnitReferences(LeadReference, OrderReference));

    public static void Map(ModelBuilder model) =>
        model.Entity<Outcome>(outcome =>
        {
            outcome.ToTable("outcomes", "app");
            outcome.HasTenantKey();
            outcome.Property(row => row.Quantity).HasPrecision(20, 4);
            outcome.RefersWithinClientTo<Outcome, Goal>(row => row.GoalId);
            outcome.RefersWithinClientTo<Outcome, Channel>(row => row.ChannelId);
            outcome.RefersWithinClientTo<Outcome, Campaign>(row => row.CampaignId);
        });
}
