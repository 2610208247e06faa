using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The fields that the inputs of all value streams share.</summary>
internal abstract record StreamFactInput<TContent>
    where TContent : class, IStreamContent
{
    /// <summary>The client whose channels brought it about.</summary>
    [ID<Client>]
    public ClientId ClientId { get; init; }

    /// <summary>The day it counts on, in the client's time zone; the first day of what lasts longer.</summary>
    public DateOnly OccurredOn { get; init; }

    /// <summary>The first day after it, when it lasts longer than one; null: it lasts that day alone.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The client's channel that it belongs to.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign that it belongs to.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The client's goal that it serves.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; init; }

    /// <summary>How well it is proven; without it the kind's own, which is stated in the mutation's description. A and B need a piece of evidence.</summary>
    public EvidenceGrade? EvidenceGrade { get; init; }

    /// <summary>What proves it, at most 20 pieces.</summary>
    public IReadOnlyList<EvidenceItem>? Evidence { get; init; }

    /// <summary>Its key in another system, unique for the client and kind. Sent again with the same content it changes nothing; with other content it is a correction.</summary>
    [Key]
    public string? ExternalReference { get; init; }

    /// <summary>Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</summary>
    public bool? ExpectNew { get; init; }

    /// <summary>What happened, and what it is worth.</summary>
    public TContent Content { get; init; } = null!; // the schema requires it

    internal StreamFactStatement StatementOf(StreamKind kind, DateTimeOffset now) =>
        new()
        {
            ClientId = ClientId,
            ExternalReference = ExternalReference ?? FactReference.New(now),
            Kind = kind,
            Content = Content,
            OccurredOn = OccurredOn,
            To = To,
            ChannelId = ChannelId,
            CampaignId = CampaignId,
            GoalId = GoalId,
            EvidenceGrade = EvidenceGrade ?? kind.DefaultGrade,
            Evidence = Evidence ?? [],
        };
}
