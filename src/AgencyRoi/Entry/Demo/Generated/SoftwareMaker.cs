using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A maker of planning software for workshops: few large sales after many conversations.</summary>
internal static class SoftwareMaker
{
    public static Recipe Recipe { get; } =
        new(
            12,
            Reference: "brightwater-software",
            Name: "Brightwater Software",
            Industry.Technology,
            BusinessModel.B2B,
            ClientSize.Medium,
            Currency: "EUR",
            TimeZone: "Europe/Berlin",
            0.72m
        )
        {
            Season = [95, 105, 115, 105, 100, 95, 75, 70, 115, 120, 115, 90],
            Growth = 40,
            Channels =
            [
                new("linkedin", "LINKEDIN", "LinkedIn", ChannelOwnership.Owned, ChannelRole.Depth),
                new("linkedin-ads", "LINKEDIN", "LinkedIn ads", ChannelOwnership.Paid, ChannelRole.Conversion),
                new("blog", "BLOG", "Workshop blog", ChannelOwnership.Owned, ChannelRole.Search),
                new("podcast", "PODCAST", "Shop floor talk", ChannelOwnership.Owned, ChannelRole.Depth),
                new("fairs", "EVENTS", "Trade fairs", ChannelOwnership.Paid, ChannelRole.Community, RunByAgency: false),
            ],
            Campaigns =
            [
                new("planning", CampaignKind.Program, "Plan better"),
                new("webinars", CampaignKind.Initiative, "Webinars", "planning"),
                new("benchmark-2024", CampaignKind.Content, "Benchmark study 2024", "planning", (new(2024, 5, 1), new(2024, 9, 30))),
                new("benchmark-2025", CampaignKind.Content, "Benchmark study 2025", "planning", (new(2025, 5, 1), new(2025, 9, 30))),
            ],
            Purposes =
            [
                new(
                    PurposeType.SocialSelling,
                    "Be asked for an offer by firms that plan on paper.",
                    "The sales people call firms that do not know the name.",
                    "Heads of production in firms of 20 to 200",
                    new GoalPlan(
                        "leads",
                        GoalType.Conversion,
                        Name: "Qualified leads",
                        Indicator: "leads that sales accepts",
                        ValueStream.Conversions,
                        EvidenceGrade.B,
                        140m,
                        "linkedin"
                    )
                    {
                        ValueInSecondYear = 165m,
                        ValueNote = "Margin of an average licence x share of accepted leads that buy.",
                    },
                    new GoalPlan(
                        "helped-deals",
                        GoalType.Upsell,
                        Name: "Deals helped along",
                        Indicator: "deals in which a webinar was attended and sales closed",
                        ValueStream.IndirectSales,
                        EvidenceGrade.C,
                        900m,
                        Channel: "linkedin",
                        Campaign: "webinars"
                    )
                ),
                new(
                    PurposeType.Brand,
                    "Be the one who is quoted on planning.",
                    "The press quotes the large makers.",
                    "Trade press and consultants",
                    new GoalPlan(
                        "talks",
                        GoalType.Authority,
                        Name: "Talks and articles",
                        Indicator: "invited talks and articles",
                        ValueStream.ThoughtLeadership,
                        EvidenceGrade.D,
                        650m,
                        "podcast"
                    ),
                    new GoalPlan(
                        "citations",
                        GoalType.Authority,
                        Name: "Citations of the benchmark",
                        Indicator: "citations of the benchmark by others",
                        ValueStream.Authority,
                        EvidenceGrade.C,
                        85m,
                        "blog"
                    )
                ),
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 3_200m),
                new(CostCategory.AdSpend, 1_400m, "linkedin-ads", "webinars", Spread: 15),
                new(CostCategory.Content, 700m, "blog", Spread: 20),
                new(CostCategory.Contractor, 450m, "podcast", EveryMonths: 2, Spread: 10),
                new(CostCategory.Research, 3_800m, "blog", "benchmark-2024", EveryMonths: 3),
                new(CostCategory.Research, 4_100m, "blog", "benchmark-2025", EveryMonths: 3),
                new(CostCategory.Platform, 310m),
                new(CostCategory.Conference, 2_600m, EveryMonths: 6, Spread: 15),
                new(CostCategory.ManagementTime, 420m, Spread: 10),
                new(CostCategory.StaffTime, 2_050m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes = [new("helped-deals", 1.6m), new("talks", 1.1m), new("citations", 5)],
            Sales =
            [
                new(ConversionType.Sale, 0.9m, 9_400m, "linkedin-ads", "webinars"),
                new(ConversionType.Sale, 0.5m, 11_800m, "blog"),
                new(ConversionType.Sale, 0.6m, 10_200m, "fairs"),
                new(ConversionType.Lead, 7, null, Channel: "linkedin", Campaign: "webinars", Goal: "leads"),
                new(ConversionType.Download, 4, null, Channel: "blog", Campaign: "benchmark-2024", Goal: "leads"),
                new(ConversionType.Download, 5, null, Channel: "blog", Campaign: "benchmark-2025", Goal: "leads"),
            ],
        };
}
