using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A shop for outdoor clothes: many small sales, two seasons, goods sent back.</summary>
internal static class Outfitter
{
    public static Recipe Recipe { get; } =
        new(
            11,
            Reference: "alder-outfitters",
            Name: "Alder Outfitters",
            Industry.Fashion,
            BusinessModel.B2C,
            ClientSize.Small,
            Currency: "USD",
            TimeZone: "America/New_York",
            0.42m
        )
        {
            Season = [70, 75, 95, 110, 105, 90, 80, 85, 105, 115, 135, 135],
            Growth = 35,
            Channels =
            [
                new("instagram", "INSTAGRAM", "Instagram", ChannelOwnership.Owned, ChannelRole.Community),
                new("meta-ads", "FACEBOOK", "Facebook and Instagram ads", ChannelOwnership.Paid, ChannelRole.Conversion),
                new("newsletter", "EMAIL", "Trail notes", ChannelOwnership.Owned, ChannelRole.Depth),
                new("shop", "WEBSITE", "Online shop", ChannelOwnership.Owned, ChannelRole.Conversion, RunByAgency: false),
                new("reviews", "REVIEWS", "Reviews", ChannelOwnership.Earned, ChannelRole.Care),
            ],
            Campaigns =
            [
                new("outdoors", CampaignKind.Program, "A year outdoors"),
                new("spring-2024", CampaignKind.Campaign, "Spring 2024", "outdoors", (new(2024, 3, 1), new(2024, 5, 31))),
                new("winter-2024", CampaignKind.Campaign, "Winter 2024", "outdoors", (new(2024, 10, 1), new(2024, 12, 31))),
                new("spring-2025", CampaignKind.Campaign, "Spring 2025", "outdoors", (new(2025, 3, 1), new(2025, 5, 31))),
                new("winter-2025", CampaignKind.Campaign, "Winter 2025", "outdoors", (new(2025, 10, 1), new(2025, 12, 31))),
                new("trail-guides", CampaignKind.Content, "Trail guides", "outdoors"),
            ],
            Purposes =
            [
                new(
                    PurposeType.SocialSelling,
                    "Sell the season's clothes while people plan their trips.",
                    "The shop is found only by those who know it.",
                    "Hikers of 25 to 45",
                    new GoalPlan(
                        "guide-signups",
                        GoalType.Conversion,
                        Name: "Newsletter sign-ups",
                        Indicator: "newsletter sign-ups by readers of a guide",
                        ValueStream.Conversions,
                        EvidenceGrade.B,
                        2.40m,
                        Channel: "newsletter",
                        Campaign: "trail-guides"
                    )
                ),
                new(
                    PurposeType.CustomerCare,
                    "Answer where the question is asked.",
                    "Questions on size wait two days for a mail.",
                    "Buyers",
                    new GoalPlan(
                        "answers",
                        GoalType.CustomerExperience,
                        Name: "Questions answered in public",
                        Indicator: "questions answered within an hour",
                        ValueStream.ServiceSavings,
                        EvidenceGrade.C,
                        4.20m,
                        "instagram"
                    ),
                    new GoalPlan(
                        "recommendations",
                        GoalType.Awareness,
                        Name: "Recommendations",
                        Indicator: "new customers who name a friend",
                        ValueStream.WordOfMouth,
                        EvidenceGrade.C,
                        18.00m,
                        "reviews"
                    )
                ),
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 900m),
                new(CostCategory.AdSpend, 540m, "meta-ads", Spread: 12),
                new(CostCategory.AdSpend, 260m, "meta-ads", "spring-2024", Spread: 20),
                new(CostCategory.AdSpend, 340m, "meta-ads", "winter-2024", Spread: 20),
                new(CostCategory.AdSpend, 280m, "meta-ads", "spring-2025", Spread: 20),
                new(CostCategory.AdSpend, 380m, "meta-ads", "winter-2025", Spread: 20),
                new(CostCategory.Content, 240m, "instagram", "trail-guides", Spread: 25),
                new(CostCategory.Platform, 79m, "newsletter"),
                new(CostCategory.RefundDiscount, 60m, "instagram", EveryMonths: 3, Spread: 40),
                new(CostCategory.StaffTime, 560m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes = [new("guide-signups", 52), new("answers", 85), new("recommendations", 9)],
            Sales =
            [
                new(ConversionType.Sale, 22, 96m, "meta-ads", RefundPercent: 6),
                new(ConversionType.Sale, 14, 112m, "newsletter", "trail-guides", RefundPercent: 4),
                new(ConversionType.Sale, 9, 105m, "meta-ads", "spring-2024", RefundPercent: 6),
                new(ConversionType.Sale, 12, 128m, "meta-ads", "winter-2024", RefundPercent: 6),
                new(ConversionType.Sale, 10, 108m, "meta-ads", "spring-2025", RefundPercent: 6),
                new(ConversionType.Sale, 13, 131m, "meta-ads", "winter-2025", RefundPercent: 6),
                new(ConversionType.Sale, 8, 90m, "shop"),
            ],
        };
}
