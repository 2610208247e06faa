using System.Globalization;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// The real comments on a cosmetics brand's posts. Month m is counted in month m of the demo's first year, on its last day. The money, a value
/// for a comment and a monthly fee, is assumed, and marked so.
/// </summary>
internal static class CosmeticsBrand
{
    private const string Page = "facebook-page";
    private const decimal ValueOfAComment = 1.50m;
    private const decimal MonthlyFee = 250.00m;

    public static ClientPlan Plan()
    {
        var months = SampleFiles
            .Rows("cosmetics-brand-posts.csv")
            .Select(row => (LastDay: LastDayOf(Whole(row["month"])), Comments: Whole(row["comments"])))
            .ToList();
        return new ClientPlan(
            new CreateClientInput(
                "Cosmetics brand",
                Industry.Beauty,
                BusinessModel.B2C,
                ClientSize.Large,
                Currency: "USD",
                TimeZone: "America/New_York",
                ExternalReference: "cosmetics-brand",
                DataOrigin: DataOrigin.Sample,
                DataNote: "500 posts of a cosmetics brand on Facebook, 2014: UCI Machine Learning Repository, Facebook metrics, CC BY 4.0; Moro, S., Rita, P. "
                    + "and Vala, B. (2016), Journal of Business Research 69(9). Value of a comment and fee are assumed."
            )
        )
        {
            Channels = [new(Page, "FACEBOOK", "Facebook page", ChannelOwnership.Owned, ChannelRole.Community)],
            Purposes =
            [
                new(
                    PurposeType.Brand,
                    "Keep up a conversation with customers.",
                    "Likes say nothing about what people think of the products.",
                    "Buyers of cosmetics",
                    new GoalPlan(
                        "comments",
                        GoalType.Engagement,
                        Name: "Conversation on posts",
                        Indicator: "comments",
                        ValueStream.Relationships,
                        EvidenceGrade.D,
                        Page
                    )
                    {
                        Values = [new(ValueOfAComment)],
                    }
                ),
            ],
            Costs =
            [
                .. months.Select(month => new PlannedCost(
                    $"fee-{MonthText(month.LastDay)}",
                    CostCategory.AgencyFee,
                    month.LastDay,
                    MonthlyFee,
                    PaidBy.Client,
                    Page,
                    Description: "Monthly fee, assumed for the demo.",
                    IsAssumed: true
                )),
            ],
            Outcomes =
            [
                .. months.Select(month => new PlannedOutcome(
                    $"comments-{MonthText(month.LastDay)}",
                    "comments",
                    month.LastDay,
                    month.Comments
                )),
            ],
        };
    }

    private static DateOnly LastDayOf(int month) => DemoPeriod.Days.From.AddMonths(month).AddDays(-1);

    private static string MonthText(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
