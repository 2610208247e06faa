using System.ComponentModel.DataAnnotations.Schema;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Records.Touches;

/// <summary>A touch as somebody states it: a moment in which somebody met the client. The keys of visitors and contacts are stored as hashes alone.</summary>
internal sealed record TouchStatement : ClientStatement, INamesJourney<TouchStatement>
{
    /// <summary>The moment. Touches of one moment keep the order in which they were recorded.</summary>
    [InFile(
        "The moment, as 2025-12-31T18:30:00Z or with an offset as +01:00; without one in the client's time zone, and a day alone is its beginning."
    )]
    public required DateTimeOffset TouchedAt { get; init; }

    /// <summary>How they met the client.</summary>
    [InFile(Otherwise = TouchKind.Visit)]
    public TouchKind Kind { get; init; } = TouchKind.Visit;

    /// <summary>The contact's key in another system, as conversions name it. No name and no address. Give it or the visitor's key.</summary>
    [Key]
    [NotMapped]
    [InFile("The contact's key in your system; the row has it or the visitor's key. No name and no address.")]
    public string? ContactReference { get; init; }

    /// <summary>The key of a visitor who is not known yet, such as that of a cookie, as conversions name it. Give it or the contact's reference.</summary>
    [Key]
    [NotMapped]
    [InFile("The visitor's key, such as that of a cookie; the row has it or the contact's reference.")]
    public string? VisitorKey { get; init; }

    /// <summary>The client's channel that brought them; none: they came directly, by a typed address or a bookmark.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign that brought them.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The key of the post or the ad that they met, in another system.</summary>
    [Key]
    [InFile("The key of the post or the ad.")]
    public string? Post { get; init; }

    /// <summary>The site or domain on which it was, for example <c>blog.example</c>.</summary>
    [InFile("The site or domain, as blog.example.")]
    public string? Site { get; init; }

    /// <summary>Whether the contact became a lead by it.</summary>
    [InFile("true where the contact became a lead by it; false is the default.")]
    public bool CreatesLead { get; init; }

    /// <summary>Whether the lead became an opportunity by it.</summary>
    [InFile("true where the lead became an opportunity by it; false is the default.")]
    public bool CreatesOpportunity { get; init; }

    /// <summary>The legal basis on its day. Without one the touch is stored, left out of every journey and counted as excluded.</summary>
    [InFile]
    public LegalBasis? LegalBasis { get; init; }

    /// <summary>The hash of the key that it was given.</summary>
    [GraphQLIgnore]
    public Guid NamedKey { get; init; }

    /// <summary>The key of the journey that it is in: another than the hash where the contact is known by several keys, or is merged.</summary>
    [GraphQLIgnore]
    public Guid JourneyKey { get; init; }

    public override DateOnly Day => DateOnly.FromDateTime(TouchedAt.UtcDateTime);

    // A correction that gives no key leaves it as it is.
    TouchStatement INamesJourney<TouchStatement>.Hashed(Guid? key) =>
        this with
        {
            NamedKey = key ?? NamedKey,
            ContactReference = null,
            VisitorKey = null,
        };

    Guid? INamesJourney<TouchStatement>.Named => NamedKey == default ? null : NamedKey;

    TouchStatement INamesJourney<TouchStatement>.InJourneyOf(Guid? person) => this with { JourneyKey = person ?? NamedKey };

    public override void Check(FactChecks checks)
    {
        checks.Happened(TouchedAt, "touchedAt");
        checks.Key(ContactReference, "contactReference");
        checks.Key(VisitorKey, "visitorKey");
        checks.Require(
            NamedKey != default || ContactReference is not null || VisitorKey is not null,
            "contactReference",
            "A touch belongs to somebody: give the contact's reference or the visitor's key."
        );
        checks.Compare(
            ContactReference is null || VisitorKey is null,
            "visitorKey",
            "contactReference",
            "A touch has one key: give the contact's reference once it is known, else the visitor's key."
        );
        checks.Key(Post, "post");
        checks.Text(Site, "site");
        checks.OwnKey(ExternalReference);
    }
}
