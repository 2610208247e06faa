using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Four hotels by the sea: bookings with a strong summer, some cancelled.</summary>
internal static class Hotels
{
    public static Recipe Recipe { get; } =
        new(
            14,
            Reference: "dunmore-hotels",
            Name: "Dunmore Hotels",
            Industry.Hospitality,
            BusinessModel.B2C,
            ClientSize.Medium,
            Currency: "GBP",
            TimeZone: "Europe/London",
            0.48m
        )
        {
            Season = [45, 60, 80, 105, 125, 150, 165, 160, 115, 80, 50, 65],
            Growth = 20,
            Channels =
            [
                new("instagram", "INSTAGRAM", "Instagram", ChannelOwnership.Owned, ChannelRole.Reach),
                new("meta-ads", "FACEBOOK", "Facebook and Instagram ads", ChannelOwnership.Paid, ChannelRole.Conversion),
                new("whatsapp", "WHATSAPP", "Concierge", ChannelOwnership.Owned, ChannelRole.Care),
                new("reviews", "REVIEWS", "Travel reviews", ChannelOwnership.Earned, ChannelRole.Care),
                new("influencers", "INFLUENCERS", "Guests who write", ChannelOwnership.Paid, ChannelRole.Reach),
            ],
            Campaigns =
            [
                new("direct", CampaignKind.Program, "Book direct"),
                new("summer-2024", CampaignKind.Campaign, "Summer 2024", "direct", (new(2024, 4, 1), new(2024, 8, 31))),
                new("summer-2025", CampaignKind.Campaign, "Summer 2025", "direct", (new(2025, 4, 1), new(2025, 8, 31))),
                new("off-season", CampaignKind.Initiative, "Storm watching", "direct"),
            ],
            Purposes =
            [
                new(
                    PurposeType.PointOfSaleLink,
                    "Have guests book with the house and not with a portal.",
                    "Portals keep a sixth of the price.",
                    "Couples and families within three hours' drive",
                    new GoalPlan(
                        "call-backs",
                        GoalType.Conversion,
                        Name: "Requests for a call back",
                        Indicator: "requests for a call back",
                        ValueStream.Conversions,
                        EvidenceGrade.C,
                        11.50m,
                        Channel: "whatsapp",
                        Campaign: "direct"
                    )
                ),
                new(
                    PurposeType.CustomerCare,
                    "Make a stay worth coming back for.",
                    "Half of the guests come once.",
                    "Guests",
                    new GoalPlan(
                        "returning",
                        GoalType.Retention,
                        Name: "Guests who come back",
                        Indicator: "guests who book again after a conversation",
                        ValueStream.Relationships,
                        EvidenceGrade.C,
                        64m,
                        "whatsapp"
                    ),
                    new GoalPlan(
                        "good-reviews",
                        GoalType.Authority,
                        Name: "Good reviews",
                        Indicator: "reviews of four stars and more that name the service",
                        ValueStream.Reputation,
                        EvidenceGrade.D,
                        9m,
                        "reviews"
                    )
                ),
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 2_400m),
                new(CostCategory.AdSpend, 1_150m, "meta-ads", "direct", Spread: 10),
                new(CostCategory.AdSpend, 620m, "meta-ads", "summer-2024", Spread: 15),
                new(CostCategory.AdSpend, 700m, "meta-ads", "summer-2025", Spread: 15),
                new(CostCategory.Contractor, 480m, "influencers", EveryMonths: 3, Spread: 30),
                new(CostCategory.Content, 520m, "instagram", "off-season", Spread: 20),
                new(CostCategory.StaffTime, 760m, "whatsapp", Spread: 8),
                new(CostCategory.Platform, 190m, "whatsapp"),
                new(CostCategory.StaffTime, 1_480m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes = [new("call-backs", 34), new("returning", 13), new("good-reviews", 27)],
            Sales =
            [
                new(ConversionType.Booking, 17, 410m, "meta-ads", "direct", RefundPercent: 7),
                new(ConversionType.Booking, 7, 445m, "meta-ads", "summer-2024", RefundPercent: 7),
                new(ConversionType.Booking, 8, 460m, "meta-ads", "summer-2025", RefundPercent: 7),
                new(ConversionType.Booking, 5, 330m, "instagram", "off-season", RefundPercent: 5),
                new(ConversionType.InStore, 11, 38m, "whatsapp"),
            ],
        };
}
