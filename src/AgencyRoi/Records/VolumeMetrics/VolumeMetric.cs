using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.VolumeMetrics;

/// <summary>
/// What was counted on a day of an ad, a post or a page: impressions, reach, clicks, visits, interactions. An observation: it is worth no money, enters no
/// return and is what ratios such as the cost per click divide by.
/// </summary>
[TenantOwned]
[Node]
internal sealed class VolumeMetric : Observation<VolumeMetric, VolumeMetricStatement>, IOfChannel, IOfCampaign, IOfGoal
{
    internal static readonly ObservationRecording<VolumeMetric, VolumeMetricStatement> Recording = new("volume metric");

    /// <summary>The client's channel that it was counted on; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The client's campaign that it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The client's goal that it was meant for; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private set; }

    /// <summary>Whether advertising bought it. Only what was bought is divided into the spend on advertising.</summary>
    public bool IsPaid { get; private set; }

    /// <summary>How often it was shown; null: nobody measured it.</summary>
    public decimal? Impressions { get; private set; }

    /// <summary>People who saw it, each once, as the network says; null: nobody measured it. It is never added up: the same people come again.</summary>
    public decimal? Reach { get; private set; }

    /// <summary>Clicks that lead somewhere; null: nobody measured them.</summary>
    public decimal? Clicks { get; private set; }

    /// <summary>Visits to a site or a page; null: nobody measured them.</summary>
    public decimal? Visits { get; private set; }

    /// <summary>Likes, comments, shares and other reactions to a post, together; null: nobody measured them.</summary>
    public decimal? Interactions { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<VolumeMetric>(row =>
        {
            row.ToTable("volume_metrics", "app");
            row.HasTenantKey();
            row.Property(each => each.Impressions).HasPrecision(20, 4);
            row.Property(each => each.Reach).HasPrecision(20, 4);
            row.Property(each => each.Clicks).HasPrecision(20, 4);
            row.Property(each => each.Visits).HasPrecision(20, 4);
            row.Property(each => each.Interactions).HasPrecision(20, 4);
            row.RefersTo<VolumeMetric, Client>(each => each.ClientId);
            row.RefersWithinClientTo<VolumeMetric, Channel>(each => each.ChannelId);
            row.RefersWithinClientTo<VolumeMetric, Campaign>(each => each.CampaignId);
            row.RefersWithinClientTo<VolumeMetric, Goal>(each => each.GoalId);
        });
}
