using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Contacts.Profiles;
using AgencyRoi.Records.Contacts.Segments;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Entry.Demo;

/// <summary>An offer to a contact, for an interest.</summary>
internal sealed record PlannedOffer(string Reference, string Crm, string Offer, string Need, DateOnly On)
{
    public string? Channel { get; init; }

    public OfferAnswer? Answer { get; init; }

    public ContactOfferStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            CrmId = Crm,
            OfferCode = Offer,
            NeedCode = Generated.ProfileGenerator.Interest,
            NeedValue = Need,
            OccurredOn = On,
            ChannelId = parts.Channel(Channel),
            Answer = Answer,
            AnsweredOn = Answer is null ? null : On.AddDays(2),
        };
}

/// <summary>A segment of a client's audience, with the variants of messages to it.</summary>
internal sealed record PlannedSegment(string Code, string Name, AudienceBreadth Breadth)
{
    public IReadOnlyList<CustomerStage> Stages { get; init; } = [];

    /// <summary>The interests of which a contact has one; none: no condition.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    public IReadOnlyList<PlannedVariant> Variants { get; init; } = [];

    public CreateAudienceSegmentInput In(LoadedParts parts) =>
        new(
            parts.ClientId,
            Code: Code,
            Name: Name,
            Breadth,
            Stages,
            Interests.Count == 0 ? null : [new(Generated.ProfileGenerator.Interest, Interests)]
        );
}

/// <summary>A variant of a message.</summary>
internal sealed record PlannedVariant(string Code, string Name, string Channel)
{
    public CreateMessageVariantInput In(Guid segment, LoadedParts parts) => new(segment, parts.Channels[Channel], Code: Code, Name: Name);
}

/// <summary>Results of a variant's messages of a day.</summary>
internal sealed record PlannedMessageResult(string Variant, DateOnly On)
{
    public required int Delivered { get; init; }

    public required int Responded { get; init; }

    public required int Conversions { get; init; }

    public MessageResultStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = $"{Variant}-{On:yyyy-MM-dd}",
            VariantCode = Variant,
            OccurredOn = On,
            Delivered = Delivered,
            Responded = Responded,
            Conversions = Conversions,
        };
}
