using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Bakeries with a shop in four towns: small sales at the counter that a voucher on the phone brought.</summary>
internal static class Bakery
{
    public static Recipe Recipe { get; } =
        new(
            21,
            Reference: "fournil-bakeries",
            Name: "Fournil",
            Industry.FoodAndDrink,
            BusinessModel.B2C,
            ClientSize.Small,
            Currency: "EUR",
            TimeZone: "Europe/Paris",
            0.55m
        )
        {
            Season = [100, 95, 100, 110, 105, 95, 80, 70, 100, 105, 110, 130],
            Growth = 25,
            Channels =
            [
                new("instagram", "INSTAGRAM", "Instagram", ChannelOwnership.Owned, ChannelRole.Community),
                new("whatsapp", "WHATSAPP", "Order by message", ChannelOwnership.Owned, ChannelRole.Conversion),
                new("local-ads", "FACEBOOK", "Local ads", ChannelOwnership.Paid, ChannelRole.Reach),
            ],
            Campaigns =
            [
                new("vouchers", CampaignKind.Program, "Voucher of the week"),
                new("christmas-2024", CampaignKind.Campaign, "Christmas 2024", "vouchers", (new(2024, 11, 1), new(2024, 12, 31))),
                new("christmas-2025", CampaignKind.Campaign, "Christmas 2025", "vouchers", (new(2025, 11, 1), new(2025, 12, 31))),
            ],
            Purposes =
            [
                new(
                    PurposeType.PointOfSaleLink,
                    "Bring people from the screen to the counter.",
                    "Half of the town passes by and does not come in.",
                    "Neighbours within ten minutes",
                    new GoalPlan(
                        "regulars",
                        GoalType.Retention,
                        Name: "New regulars",
                        Indicator: "customers with a third voucher",
                        ValueStream.Relationships,
                        EvidenceGrade.B,
                        21m,
                        Channel: "whatsapp",
                        Campaign: "vouchers"
                    )
                    {
                        ValueInSecondYear = 23.50m,
                    }
                ),
            ],
            Costs =
            [
                new(CostCategory.AgencyFee, 420m),
                new(CostCategory.AdSpend, 160m, "local-ads", "vouchers", Spread: 15),
                new(CostCategory.RefundDiscount, 90m, "whatsapp", "vouchers", Spread: 30),
                new(CostCategory.Content, 75m, "instagram", EveryMonths: 2, Spread: 20),
                new(CostCategory.StaffTime, 240m, PaidBy: PaidBy.Agency, Spread: 10),
            ],
            Outcomes = [new("regulars", 11)],
            Sales =
            [
                new(ConversionType.InStore, 34, 24m, "local-ads", "vouchers"),
                new(ConversionType.Sale, 19, 46m, "whatsapp", RefundPercent: 2),
                new(ConversionType.InStore, 28, 31m, "local-ads", "christmas-2024"),
                new(ConversionType.InStore, 31, 33m, "local-ads", "christmas-2025"),
            ],
        };
}
