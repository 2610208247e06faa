using System.Globalization;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;
using AgencyRoi.Records.VolumeMetrics;
using AgencyRoi.Reports.KeyMetrics;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// The real results of an anonymous advertiser. Row n of N falls on day floor(n x D / N) of the demo's D days, since the file has no dates.
/// </summary>
internal static class FacebookAdvertiser
{
    public const string Reference = "facebook-advertiser";

    private const string Ads = "facebook-ads";
    private const string Enquiries = "enquiries";
    private const string ApprovedSales = "approved-sales";
    private const string Assumption = "The demo's own assumption; the published data has no values.";

    public static ClientPlan Plan()
    {
        var rows = SampleFiles.Rows("facebook-advertiser.csv");
        return new ClientPlan(
            new CreateClientInput(
                "Facebook advertiser",
                Industry.Other,
                BusinessModel.B2C,
                ClientSize.Medium,
                Currency: "USD",
                TimeZone: "America/New_York",
                ExternalReference: Reference,
                DataOrigin: DataOrigin.Sample,
                DataNote: "Real results of an anonymous organisation on Facebook, 2017: Kaggle, Sales Conversion Optimization (loveall), 1,143 ads in "
                    + "three campaigns, summed by campaign, age, gender and whether there was spend. Dates by the rule in samples/README.md."
            )
        )
        {
            Channels = [new(Ads, "FACEBOOK", "Facebook ads", ChannelOwnership.Paid, ChannelRole.Conversion)],
            Campaigns =
            [
                .. rows.Select(row => row["campaign"])
                    .Distinct()
                    .Select(campaign => new CampaignPlan(campaign, CampaignKind.Campaign, $"Campaign {campaign}")),
            ],
            Purposes =
            [
                new(
                    PurposeType.SocialSelling,
                    "Win customers through advertising that names its price.",
                    "Nobody knew which campaign and which audience paid for itself.",
                    "People of 30 to 49 on Facebook",
                    new GoalPlan(
                        Enquiries,
                        GoalType.Conversion,
                        Name: "Enquiries",
                        Indicator: "enquiries about the product after seeing an ad",
                        ValueStream.Conversions,
                        EvidenceGrade.C,
                        Ads
                    )
                    {
                        Values = [new(5.00m, Note: Assumption)],
                        ContactStage = CustomerStage.Lead,
                    },
                    new GoalPlan(
                        ApprovedSales,
                        GoalType.Conversion,
                        Name: "Approved sales",
                        Indicator: "purchases after seeing an ad",
                        ValueStream.DirectSales,
                        EvidenceGrade.C,
                        Ads
                    )
                    {
                        Values = [new(100.00m, Note: Assumption)],
                        ContactStage = CustomerStage.Customer,
                    }
                ),
            ],
            KeyMetrics = [new(KeyMetricCode.RoiPercent, RoiTotal.Direct), new(KeyMetricCode.CostPerSale), new(KeyMetricCode.CostPerClick)],
            Costs =
            [
                .. rows.Select(
                    (row, n) =>
                        new PlannedCost(
                            NameOf(n),
                            CostCategory.AdSpend,
                            DayOf(n, rows.Count),
                            Number(row["spend"]),
                            PaidBy.Client,
                            Channel: Ads,
                            Campaign: row["campaign"],
                            Description: $"{row["ads"]} ads to {row["gender"]} {row["age"]}"
                        )
                ),
            ],
            Outcomes = [.. rows.SelectMany((row, n) => OutcomesOf(row, n, rows.Count))],
            Volume = [.. rows.Select((row, n) => VolumeOf(row, n, rows.Count))],
        };
    }

    private static Planned<VolumeMetricStatement> VolumeOf(Dictionary<string, string> row, int n, int count) =>
        parts =>
            new()
            {
                ClientId = parts.ClientId,
                ExternalReference = NameOf(n),
                OccurredOn = DayOf(n, count),
                ChannelId = parts.Channel(Ads),
                CampaignId = parts.Campaign(row["campaign"]),
                IsPaid = true,
                Impressions = Number(row["impressions"]),
                Clicks = Number(row["clicks"]),
            };

    private static IEnumerable<PlannedOutcome> OutcomesOf(Dictionary<string, string> row, int n, int count) =>
        [
            new(
                Reference: $"{NameOf(n)}:{Enquiries}",
                Goal: Enquiries,
                DayOf(n, count),
                Number(row["enquiries"]),
                Channel: Ads,
                Campaign: row["campaign"]
            ),
            new(
                Reference: $"{NameOf(n)}:{ApprovedSales}",
                Goal: ApprovedSales,
                DayOf(n, count),
                Number(row["approved_sales"]),
                Channel: Ads,
                Campaign: row["campaign"]
            ),
        ];

    private static string NameOf(int n) => string.Create(CultureInfo.InvariantCulture, $"ads-{n:00}");

    private static DateOnly DayOf(int n, int count) => DemoPeriod.Days.From.AddDays(n * DemoPeriod.DayCount / count);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
