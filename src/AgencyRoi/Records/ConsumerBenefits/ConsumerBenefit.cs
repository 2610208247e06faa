using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.ConsumerBenefits;

/// <summary>
/// Coupons, time or another benefit that people got from a client on a day, all of them together. No row names a person, so that it holds no personal data. It is the
/// consumers' side alone: the ledger has none of it, and what a redeemed coupon costs the client is recorded as a cost, or as a sale at the lower price, as ever.
/// </summary>
[TenantOwned]
[Node]
internal sealed class ConsumerBenefit : Observation<ConsumerBenefit, ConsumerBenefitStatement>, IOfChannel, IOfCampaign, IOfGoal
{
    internal static readonly ConsumerBenefitRecording Recording = new();

    /// <summary>The kind.</summary>
    public ConsumerBenefitKind Kind { get; private set; }

    /// <summary>How many people got it; a whole number.</summary>
    public decimal PeopleCount { get; private set; }

    /// <summary>Its worth to all of them together, as it was given; null: it is time, and the hours have a worth.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>The hours that all of them together did not have to spend; null: it is another kind than TIME_SAVED.</summary>
    public decimal? HoursSaved { get; private set; }

    /// <summary>The worth of an hour to one of them; null: no hours were given.</summary>
    public decimal? HourlyWorth { get; private set; }

    /// <summary>ISO 4217: the currency of all amounts here.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>How the worth is known.</summary>
    public ConsumerBenefitBasis Basis { get; private set; }

    /// <summary>The method in words; null: none was given.</summary>
    public string? Method { get; private set; }

    /// <summary>The money that they gave up for it; null: nobody measured it.</summary>
    public decimal? CostAmount { get; private set; }

    /// <summary>The hours that they spent on it; null: nobody measured them.</summary>
    public decimal? HoursSpent { get; private set; }

    /// <summary>The client's channel by which they got it; null: none is known.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The client's campaign that it was part of; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The client's goal that it was given for; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private set; }

    /// <summary>The code of the offer by which they got it; null: none is known.</summary>
    public string? OfferCode { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<ConsumerBenefit>(row =>
        {
            row.ToTable("consumer_benefits", "app");
            row.HasTenantKey();
            row.Property(each => each.PeopleCount).HasPrecision(20, 4);
            row.Property(each => each.Amount).HasPrecision(24, 10);
            row.Property(each => each.HoursSaved).HasPrecision(20, 4);
            row.Property(each => each.HourlyWorth).HasPrecision(24, 10);
            row.Property(each => each.CostAmount).HasPrecision(24, 10);
            row.Property(each => each.HoursSpent).HasPrecision(20, 4);
            row.RefersTo<ConsumerBenefit, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ConsumerBenefit, Channel>(each => each.ChannelId);
            row.RefersWithinClientTo<ConsumerBenefit, Campaign>(each => each.CampaignId);
            row.RefersWithinClientTo<ConsumerBenefit, Goal>(each => each.GoalId);
        });
}
