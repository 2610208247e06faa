using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A fitter of solar roofs with a branch in Texas, billed in dollars: a year of investment before the orders come.</summary>
internal static class SolarFitter
{
    public static Recipe Recipe { get; } =
        new(
            23,
            Reference: "lumen-roofs",
            Name: "Lumen Roofs",
            Industry.Energy,
            BusinessModel.B2C,
            ClientSize.Medium,
            Currency: "USD",
            TimeZone: "America/Chicago",
            0.27m
        )
        {
            Season = [60, 75, 105, 125, 130, 125, 115, 110, 105, 95, 85, 70],
            Growth = 120,
            Channels =
            [
                new("nextdoor", "FORUM", "Neighbourhood forums", ChannelOwnership.Earned, ChannelRole.Community),
                new("youtube", "YOUTUBE", "One roof a week", ChannelOwnership.Owned, ChannelRole.Depth),
                new("search-ads", "GOOGLE_ADS", "Search ads", ChannelOwnership.Paid, ChannelRole.Search),
            ],
            Campaigns = [new("open-roofs", CampaignKind.Initiative, "Open roof days"), new("texas", CampaignKind.Campaign, "Hello Texas")],
            Purposes =
            [
                new(
                    PurposeType.Brand,
                    "Be the fitter whom neighbours name.",
                    "Offers are compared by price alone.",
                    "Owners of houses",
                    new GoalPlan(
                        "visits",
                        GoalType.Conversion,
                        Name: "Roofs measured",
                        Indicator: "roofs measured on request",
                        ValueStream.Conversions,
                        EvidenceGrade.C,
                        95m,
                        Channel: "search-ads",
                        Campaign: "texas"
                    ),
                    new GoalPlan(
                        "named-by-neighbours",
                        GoalType.Authority,
                        Name: "Named by a neighbour",
                        Indicator: "orders that name a neighbour's roof",
                        ValueStream.WordOfMouth,
                        EvidenceGrade.C,
                        640m,
                        Channel: "nextdoor",
                        Campaign: "open-roofs"
                    )
                )
                {
                    Discipline = Discipline.Marketing,
                },
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 2_700m),
                new(CostCategory.AdSpend, 2_300m, "search-ads", "texas", Spread: 10),
                new(CostCategory.Contractor, 1_100m, "youtube", EveryMonths: 2, Spread: 15),
                new(CostCategory.Conference, 900m, "nextdoor", "open-roofs", EveryMonths: 3, Spread: 10),
                new(CostCategory.StaffTime, 1_600m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes = [new("visits", 12), new("named-by-neighbours", 1.3m)],
            Sales = [new(ConversionType.Sale, 1.1m, 15_400m, "search-ads", "texas", RefundPercent: 2)],
        };
}
