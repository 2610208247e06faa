using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Interactions;

/// <summary>How often people did something on a channel on a day, as somebody states it: by a kind, or by the network's own word for one.</summary>
internal sealed record InteractionCountStatement : ObservationStatement
{
    /// <summary>The client's channel that it happened on.</summary>
    [ID<Channel>]
    public required ChannelId ChannelId { get; init; }

    /// <summary>The client's campaign that it belongs to.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The key of the post in another system.</summary>
    [Key]
    [InFile("The key of the post in your system.")]
    public string? Post { get; init; }

    /// <summary>The topic of the post, in the client's words; the same topic is written the same way.</summary>
    [Key]
    [InFile("The topic of the post, written the same way each time.")]
    public string? Topic { get; init; }

    /// <summary>The kind. It may be left out where the network's word says it.</summary>
    [InFile]
    public InteractionKind? Kind { get; init; }

    /// <summary>The network's own word, such as retweet; <c>interactionTerms</c> lists those that are known. An unknown word needs the kind beside it.</summary>
    [Key]
    [InFile("The network's own word for the kind, such as retweet; a row says the kind or a known word.")]
    public string? NetworkTerm { get; init; }

    /// <summary>How often; a whole number.</summary>
    [InFile("How often; a whole number.", Number = FileNumber.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>Those of them that led on to a site, a place or a contact of the client's own; a whole number. Left out: nobody measured it.</summary>
    [InFile(
        "Those that led on to a site, a place or a contact of the client's own; empty when nobody measured it.",
        Number = FileNumber.Quantity
    )]
    public decimal? WithOnwardStep { get; init; }

    /// <summary>Whether advertising bought them.</summary>
    [InFile("true for what advertising bought; false is the default.")]
    public bool IsPaid { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        checks.Key(Post, "post");
        checks.Text(Topic, "topic");
        checks.Text(NetworkTerm, "networkTerm");
        checks.Require(Kind is not null || NetworkTerm is not null, "kind", "Say the kind, or the network's word for it.");
        checks.WholeQuantity(Quantity, "quantity");
        checks.WholeQuantity(WithOnwardStep, "withOnwardStep");
        checks.Compare(!(WithOnwardStep > Quantity), "withOnwardStep", "quantity", "Not more led on than there were.");
    }
}
