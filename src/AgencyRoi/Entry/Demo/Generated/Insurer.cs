using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;
using AgencyRoi.Records.Outcomes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A mutual insurer: little direct value, much that shows only where indirect value is counted.</summary>
internal static class Insurer
{
    public static Recipe Recipe { get; } =
        new(
            16,
            Reference: "fenwick-mutual",
            Name: "Fenwick Mutual",
            Industry.Finance,
            BusinessModel.B2B2C,
            ClientSize.Large,
            Currency: "USD",
            TimeZone: "America/Chicago",
            0.19m
        )
        {
            Season = [120, 105, 100, 95, 90, 90, 85, 90, 105, 110, 110, 100],
            Growth = 10,
            Channels =
            [
                new("community", "FORUM", "Members' forum", ChannelOwnership.Owned, ChannelRole.Community),
                new("search", "ORGANIC_SEARCH", "Guides in search", ChannelOwnership.Owned, ChannelRole.Search),
                new("tiktok", "TIKTOK", "Money in a minute", ChannelOwnership.Owned, ChannelRole.Reach),
                new("brokers", "OTHER", "Brokers", ChannelOwnership.Owned, ChannelRole.Conversion, RunByAgency: false),
            ],
            Campaigns =
            [
                new("trust", CampaignKind.Program, "Ask before you sign"),
                new("first-home", CampaignKind.Initiative, "First home", "trust"),
                new("claims-diary", CampaignKind.Content, "Diary of a claim", "trust"),
            ],
            Purposes =
            [
                new(
                    PurposeType.IdeaGeneration,
                    "Hear from members what a policy should say.",
                    "Surveys cost more than they tell.",
                    "Members",
                    new GoalPlan(
                        "ideas",
                        GoalType.Engagement,
                        Name: "Ideas taken up",
                        Indicator: "ideas of members taken into a product",
                        ValueStream.MarketInsight,
                        EvidenceGrade.C,
                        1_350m,
                        "community"
                    ),
                    new GoalPlan(
                        "answered-by-members",
                        GoalType.CustomerExperience,
                        Name: "Questions answered by members",
                        Indicator: "questions answered by other members",
                        ValueStream.ServiceSavings,
                        EvidenceGrade.B,
                        6.80m,
                        "community"
                    )
                ),
                new(
                    PurposeType.SocialSelling,
                    "Keep members and add a second policy.",
                    "A member is heard of twice: at the start and at a claim.",
                    "Members in their first five years",
                    new GoalPlan(
                        "renewals",
                        GoalType.Retention,
                        Name: "Renewals after a conversation",
                        Indicator: "renewals by members active in the forum",
                        ValueStream.Relationships,
                        EvidenceGrade.C,
                        95m,
                        "community"
                    ),
                    new GoalPlan(
                        "second-policies",
                        GoalType.Upsell,
                        Name: "Second policies closed by a broker",
                        Indicator: "second policies closed by a broker after a guide was read",
                        ValueStream.IndirectSales,
                        EvidenceGrade.B,
                        130m,
                        Channel: "search",
                        Campaign: "first-home"
                    )
                ),
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 5_200m),
                new(CostCategory.Content, 1_700m, "search", "first-home", Spread: 15),
                new(CostCategory.Contractor, 900m, "tiktok", "claims-diary", EveryMonths: 2, Spread: 20),
                new(CostCategory.StaffTime, 2_100m, "community", Spread: 6),
                new(CostCategory.Platform, 640m, "community"),
                new(CostCategory.Training, 2_200m, EveryMonths: 12),
                new(CostCategory.Other, 300m, EveryMonths: 6, Spread: 50),
                new(CostCategory.StaffTime, 3_300m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes =
            [
                new("ideas", 1.4m) { IdeaGrade = IdeaGrade.Good },
                new("answered-by-members", 310),
                new("renewals", 38),
                new("second-policies", 17),
            ],
            Sales =
            [
                new(ConversionType.Sale, 6, 1_180m, "search", "first-home", RefundPercent: 3),
                new(ConversionType.Sale, 9, 1_240m, "brokers"),
            ],
        };
}
