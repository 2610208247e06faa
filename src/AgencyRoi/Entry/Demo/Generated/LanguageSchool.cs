using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A school of languages in London: registrations in autumn and new year, alumni who send their friends.</summary>
internal static class LanguageSchool
{
    public static Recipe Recipe { get; } =
        new(
            22,
            Reference: "harbour-languages",
            Name: "Harbour Languages",
            Industry.Education,
            BusinessModel.B2C,
            ClientSize.Small,
            Currency: "GBP",
            TimeZone: "Europe/London",
            0.61m
        )
        {
            Season = [150, 110, 85, 80, 85, 90, 75, 110, 165, 120, 80, 50],
            Growth = 18,
            Channels =
            [
                new("youtube", "YOUTUBE", "Three minutes of Spanish", ChannelOwnership.Owned, ChannelRole.Depth),
                new("search-ads", "GOOGLE_ADS", "Search ads", ChannelOwnership.Paid, ChannelRole.Search),
                new("alumni", "WHATSAPP", "Alumni group", ChannelOwnership.Owned, ChannelRole.Community),
            ],
            Campaigns =
            [
                new("courses", CampaignKind.Program, "Start speaking"),
                new("trial-lesson", CampaignKind.Initiative, "Trial lesson", "courses"),
            ],
            Purposes =
            [
                new(
                    PurposeType.SocialSelling,
                    "Fill the evening courses.",
                    "Courses start half empty.",
                    "Adults who work in the city",
                    new GoalPlan(
                        "trial-lessons",
                        GoalType.Conversion,
                        Name: "Trial lessons",
                        Indicator: "trial lessons attended",
                        ValueStream.Conversions,
                        EvidenceGrade.B,
                        32m,
                        Channel: "youtube",
                        Campaign: "trial-lesson"
                    ),
                    new GoalPlan(
                        "friends",
                        GoalType.Awareness,
                        Name: "Friends sent by alumni",
                        Indicator: "registrations that name a former student",
                        ValueStream.WordOfMouth,
                        EvidenceGrade.B,
                        118m,
                        "alumni"
                    )
                ),
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 1_150m),
                new(CostCategory.AdSpend, 680m, "search-ads", "trial-lesson", Spread: 12),
                new(CostCategory.Content, 310m, "youtube", Spread: 15),
                new(CostCategory.Platform, 95m),
                new(CostCategory.StaffTime, 710m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes = [new("friends", 3.4m)],
            Sales =
            [
                new(ConversionType.Registration, 5, 395m, "search-ads", "trial-lesson", RefundPercent: 8),
                new(ConversionType.Booking, 13, null, Channel: "youtube", Campaign: "trial-lesson", Goal: "trial-lessons"),
            ],
        };
}
