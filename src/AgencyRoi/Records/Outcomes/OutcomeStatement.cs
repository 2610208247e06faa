using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

/// <summary>An outcome as somebody states it. Its client is that of its goal.</summary>
internal sealed record OutcomeStatement : FactStatement
{
    /// <summary>The goal whose indicator was met. It is active.</summary>
    [ID<Goal>]
    [GivenOnce]
    public required GoalId GoalId { get; init; }

    /// <summary>The day, in the client's time zone.</summary>
    [InFile("The day, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>How many units of the indicator: not below zero, with at most four places. Zero is a fact without value.</summary>
    [InFile("How many units of the goal's indicator, zero or above, at most four places.", Number = FileNumber.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>The channel it came through; without one that of the goal.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The campaign it belongs to; without one that of the goal.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>Anything worth knowing.</summary>
    [InFile("At most 2000 characters.")]
    public string? Note { get; init; }

    /// <summary>The lead's key in another system. Outcomes and conversions that name the same lead count once; not above a quantity of 1.</summary>
    [Key]
    [InFile("The lead's key in your system: what names the same lead counts once.")]
    public string? LeadReference { get; init; }

    /// <summary>The order's key in another system, which goes before the lead's: what names the same order counts once.</summary>
    [Key]
    [InFile("The order's key in your system: what names the same order counts once.")]
    public string? OrderReference { get; init; }

    /// <summary>The contact's key in another system. No name and no address.</summary>
    [Key]
    [InFile("The contact's key in your system. No name and no address.")]
    public string? ContactReference { get; init; }

    /// <summary>What it did for the person. Null: nobody said.</summary>
    [InFile]
    public ActionClass? ActionClass { get; init; }

    /// <summary>
    /// How good the idea is, when the goal counts ideas: one of the stream MARKET_INSIGHT under a purpose of the type IDEA_GENERATION. Only ideas graded GOOD
    /// are worth anything; one without a grade is not, until it has one.
    /// </summary>
    [InFile("Of an idea: GOOD, FAIR or POOR. Only ideas graded GOOD are worth anything.")]
    public IdeaGrade? IdeaGrade { get; init; }

    public override DateOnly Day => OccurredOn;

    /// <summary>What it is valued as. Where it names no channel or campaign it takes those of its goal.</summary>
    public OutcomeFact Fact(Goal goal, ValueStream stream, GoalValue value) =>
        new(
            goal.Id.Value,
            ExternalReference,
            OccurredOn,
            Quantity,
            value.UnitValue,
            stream,
            goal.EvidenceGrade,
            new Dimensions((ChannelId ?? goal.ChannelId)?.Value, (CampaignId ?? goal.CampaignId)?.Value),
            new UnitReferences(LeadReference, OrderReference)
        );

    public override void Check(FactChecks checks)
    {
        checks.Happened(OccurredOn, "occurredOn");
        checks.Quantity(Quantity, "quantity");
        checks.Text(Note, "note", longest: 2000);
        checks.OwnKey(ExternalReference);
        checks.Key(LeadReference, "leadReference");
        checks.Key(OrderReference, "orderReference");
        checks.Key(ContactReference, "contactReference");
    }
}
