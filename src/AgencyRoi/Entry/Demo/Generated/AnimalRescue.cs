using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A charity that the agency works for without a fee. It paid nothing, so it has value and no return: NO_COST.</summary>
internal static class AnimalRescue
{
    public static Recipe Recipe { get; } =
        new(
            15,
            Reference: "evergreen-rescue",
            Name: "Evergreen Animal Rescue",
            Industry.NonProfit,
            BusinessModel.B2C,
            ClientSize.Micro,
            Currency: "USD",
            TimeZone: "America/Los_Angeles"
        )
        {
            Season = [80, 85, 90, 95, 100, 100, 95, 90, 95, 100, 120, 150],
            Growth = 15,
            Channels =
            [
                new("facebook", "FACEBOOK", "Facebook page", ChannelOwnership.Owned, ChannelRole.Community),
                new("youtube", "YOUTUBE", "Animals of the week", ChannelOwnership.Owned, ChannelRole.Reach),
            ],
            Campaigns =
            [
                new("homes", CampaignKind.Program, "A home for each"),
                new("giving-2024", CampaignKind.Campaign, "Year's end 2024", "homes", (new(2024, 11, 1), new(2024, 12, 31))),
                new("giving-2025", CampaignKind.Campaign, "Year's end 2025", "homes", (new(2025, 11, 1), new(2025, 12, 31))),
            ],
            Purposes =
            [
                new(
                    PurposeType.Brand,
                    "Find homes and the money for food.",
                    "Animals stay for months because nobody sees them.",
                    "Families in the county",
                    new GoalPlan(
                        "adoptions",
                        GoalType.Engagement,
                        Name: "Adoptions through a post",
                        Indicator: "adoptions by people who saw a post",
                        ValueStream.WordOfMouth,
                        EvidenceGrade.B,
                        210m,
                        Channel: "facebook",
                        Campaign: "homes"
                    )
                    {
                        ValueNote = "Keep of an animal for the weeks it would have stayed longer.",
                    },
                    new GoalPlan(
                        "volunteers",
                        GoalType.Retention,
                        Name: "Volunteers",
                        Indicator: "volunteer hours from the group",
                        ValueStream.ContentAndLearning,
                        EvidenceGrade.D,
                        null
                    )
                ),
            ],
            Costs = [new(CostCategory.StaffTime, 380m, PaidBy: PaidBy.Agency, Spread: 15)],
            Outcomes = [new("adoptions", 3.5m)],
            Sales =
            [
                new(ConversionType.Other, 9, 42m, "facebook", "homes"),
                new(ConversionType.Other, 14, 55m, "facebook", "giving-2024"),
                new(ConversionType.Other, 17, 58m, "facebook", "giving-2025"),
            ],
        };
}
