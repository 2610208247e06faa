using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Interactions;

/// <summary>How often people did something of a kind on a channel on a day. It is worth no money: shares and likes pay nobody.</summary>
[TenantOwned]
[Node]
internal sealed class InteractionCount : Observation<InteractionCount, InteractionCountStatement>, IOfCampaign
{
    internal static readonly InteractionCountRecording Recording = new();

    /// <summary>The client's channel that it happened on.</summary>
    [ID<Channel>]
    public ChannelId ChannelId { get; private set; }

    /// <summary>The client's campaign that it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The key of the post in another system; null: it is not told.</summary>
    public string? Post { get; private set; }

    /// <summary>The topic of the post; null: it is not told.</summary>
    public string? Topic { get; private set; }

    /// <summary>The kind, as it was said or as the network's word means it.</summary>
    public InteractionKind? Kind { get; private set; }

    /// <summary>The network's own word, as it was given; null: none was.</summary>
    public string? NetworkTerm { get; private set; }

    /// <summary>How often; a whole number.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Those of them that led on to a site, a place or a contact of the client's own; null: nobody measured it.</summary>
    public decimal? WithOnwardStep { get; private set; }

    /// <summary>Whether advertising bought them.</summary>
    public bool IsPaid { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<InteractionCount>(row =>
        {
            row.ToTable("interaction_counts", "app");
            row.HasTenantKey();
            row.Property(each => each.Kind).IsRequired();
            row.Property(each => each.Quantity).HasPrecision(20, 4);
            row.Property(each => each.WithOnwardStep).HasPrecision(20, 4);
            row.RefersTo<InteractionCount, Client>(each => each.ClientId);
            row.RefersWithinClientTo<InteractionCount, Channel>(each => each.ChannelId);
            row.RefersWithinClientTo<InteractionCount, Campaign>(each => each.CampaignId);
        });
}
