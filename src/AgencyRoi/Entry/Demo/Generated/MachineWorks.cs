using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A maker of machine tools that loses money on its channels: dear advertising, hardly a sale that can be traced to it.</summary>
internal static class MachineWorks
{
    public static Recipe Recipe { get; } =
        new(
            13,
            Reference: "cobalt-machine-works",
            Name: "Cobalt Machine Works",
            Industry.Manufacturing,
            BusinessModel.B2B,
            ClientSize.Large,
            Currency: "GBP",
            TimeZone: "Europe/London",
            0.24m
        )
        {
            Season = [90, 95, 110, 105, 105, 100, 90, 75, 110, 115, 110, 95],
            Channels =
            [
                new("google-ads", "GOOGLE_ADS", "Search ads", ChannelOwnership.Paid, ChannelRole.Search),
                new("youtube", "YOUTUBE", "Machines at work", ChannelOwnership.Owned, ChannelRole.Reach),
                new("x", "X", "News", ChannelOwnership.Owned, ChannelRole.Reach, Lifecycle: LifecycleStage.Declining),
                new("press", "PRESS", "Trade press", ChannelOwnership.Earned, ChannelRole.Reach),
            ],
            Campaigns =
            [
                new("lathe-launch", CampaignKind.Campaign, "Launch of the C7 lathe", Days: (new(2024, 4, 1), new(2025, 3, 31))),
                new("lathe-film", CampaignKind.Content, "The C7 in six minutes", "lathe-launch", (new(2024, 4, 1), new(2024, 12, 31))),
            ],
            Purposes =
            [
                new(
                    PurposeType.Brand,
                    "Make the C7 known before the fair.",
                    "Buyers shortlist what they have heard of.",
                    "Works managers",
                    new GoalPlan(
                        "quotes",
                        GoalType.Conversion,
                        Name: "Requests for a quote",
                        Indicator: "requests for a quote",
                        ValueStream.Conversions,
                        EvidenceGrade.C,
                        120m,
                        Channel: "google-ads",
                        Campaign: "lathe-launch"
                    ),
                    new GoalPlan(
                        "mentions",
                        GoalType.Awareness,
                        Name: "Mentions by the trade",
                        Indicator: "mentions in reviews by engineers",
                        ValueStream.Reputation,
                        EvidenceGrade.D,
                        55m,
                        "press"
                    )
                )
                {
                    Discipline = Discipline.Marketing,
                },
                new(
                    PurposeType.PostSaleService,
                    "Cut the calls on set-up.",
                    "The hotline explains the same three steps every day.",
                    "Operators",
                    new GoalPlan(
                        "set-up-calls",
                        GoalType.CustomerExperience,
                        Name: "Set-up without a call",
                        Indicator: "set-ups finished with the film and without a call",
                        ValueStream.ServiceSavings,
                        EvidenceGrade.B,
                        14m,
                        "youtube"
                    )
                ),
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 4_100m),
                new(CostCategory.AdSpend, 3_600m, "google-ads", Spread: 10),
                new(CostCategory.AdSpend, 1_900m, "google-ads", "lathe-launch", Spread: 15),
                new(CostCategory.Contractor, 5_200m, "youtube", "lathe-film", EveryMonths: 4, Spread: 10),
                new(CostCategory.Content, 650m, "x", Spread: 20),
                new(CostCategory.Overhead, 380m),
                new(CostCategory.Training, 1_250m, EveryMonths: 12),
                new(CostCategory.StaffTime, 2_900m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes = [new("quotes", 9), new("mentions", 4), new("set-up-calls", 46)],
            Sales =
            [
                new(ConversionType.Sale, 0.35m, 38_500m, "google-ads", "lathe-launch"),
                new(ConversionType.Sale, 0.2m, 26_000m, "google-ads"),
            ],
        };
}
