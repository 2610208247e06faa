using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Touches;

namespace AgencyRoi.Entry.Demo;

/// <summary>A moment in which somebody met the client, by the key of a contact or of a visitor.</summary>
internal sealed record PlannedTouch
{
    public required string Reference { get; init; }
    public required DateTimeOffset At { get; init; }
    public required TouchKind Kind { get; init; }
    public string? Contact { get; init; }
    public string? Visitor { get; init; }
    public string? Channel { get; init; }
    public string? Campaign { get; init; }
    public string? Post { get; init; }
    public string? Site { get; init; }

    /// <summary>Null: it is stored and left out of every journey.</summary>
    public LegalBasis? LegalBasis { get; init; }

    public TouchStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            TouchedAt = At,
            Kind = Kind,
            ContactReference = Contact,
            VisitorKey = Visitor,
            ChannelId = parts.Channel(Channel),
            CampaignId = parts.Campaign(Campaign),
            Post = Post,
            Site = Site,
            LegalBasis = LegalBasis,
        };
}
