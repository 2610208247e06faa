using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Touches;

/// <summary>
/// A moment in which somebody met the client. It is worth no money by itself: the conversions of the same person after it are credited to it by the client's
/// attribution policy. Who it was is not told: the key that it was given is stored as a hash.
/// </summary>
[TenantOwned]
[Node]
internal sealed class Touch : StatedFact<Touch, TouchStatement>, IOfChannel, IOfCampaign
{
    internal static readonly TouchRecording Recording = new();

    /// <summary>The moment.</summary>
    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>How they met the client.</summary>
    public TouchKind Kind { get; private set; }

    /// <summary>The channel that brought them; null: they came directly.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign that brought them; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The key of the post or the ad that they met, in another system.</summary>
    public string? Post { get; private set; }

    /// <summary>The site or domain on which it was.</summary>
    public string? Site { get; private set; }

    /// <summary>Whether the contact became a lead by it.</summary>
    public bool CreatesLead { get; private set; }

    /// <summary>Whether the lead became an opportunity by it.</summary>
    public bool CreatesOpportunity { get; private set; }

    /// <summary>The legal basis on its day; null: it is left out of every journey and counted as excluded.</summary>
    public LegalBasis? LegalBasis { get; private set; }

    /// <summary>Its key in another system, unique among the client's touches; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    [GraphQLIgnore]
    public Guid NamedKey { get; private set; }

    [GraphQLIgnore]
    public Guid JourneyKey { get; private set; }

    /// <summary>Its place among the touches that were recorded with it, which orders those of one moment.</summary>
    [GraphQLIgnore]
    public int Place { get; internal set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<Touch>(touch =>
        {
            touch.ToTable("touches", "app");
            touch.HasTenantKey();
            touch.RefersTo<Touch, Client>(row => row.ClientId);
            touch.RefersWithinClientTo<Touch, Channel>(row => row.ChannelId);
            touch.RefersWithinClientTo<Touch, Campaign>(row => row.CampaignId);
        });
}
