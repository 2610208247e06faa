using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Totals;

/// <summary>A return less what would have happened anyway, over some years.</summary>
public sealed class SocialReturnTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Fifty_outcomes_of_eight_thousand_less_deadweight_and_others_share_are_two_and_88_hundredths_of_the_cost()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 8_000m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 50m);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100_000m));

        var social = await ReadAsync(client, new { deadweight = 0.2m, attribution = 0.9m });
        // Year two loses a fifth, and is worth a tenth less a year earlier: 288,000 + 230,400 / 1.1.
        var twoYears = await ReadAsync(
            client,
            new
            {
                deadweight = 0.2m,
                attribution = 0.9m,
                dropOff = 0.2m,
            },
            years: 2,
            discountRate: 0.1m
        );

        Assert.Equal((288_000m, 2.88m), (social.Amount("value"), social.GetProperty("ratio").GetDecimal()));
        Assert.Equal((497_454.55m, 4.974545m), (twoYears.Amount("presentValue"), twoYears.GetProperty("ratio").GetDecimal()));
        Assert.Equal([0.72m, 0.576m], twoYears.List("years").Select(year => year.GetProperty("factor").GetDecimal()));
    }

    [Fact]
    public async Task Without_cost_there_is_no_ratio_and_what_is_no_share_is_refused()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal("NO_COST", (await ReadAsync(client, new { })).Text("undefinedReason"));
        var refused = await app.AnswerAsync(
            app.Alpha.StaffToken,
            "social-return/SocialReturn",
            new
            {
                client,
                period = Bookkeeping.Period(),
                shares = new { deadweight = 1.1m },
            }
        );
        Assert.Equal("BAD_INPUT", refused.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }

    private async Task<JsonElement> ReadAsync(string client, object shares, int years = 1, decimal discountRate = 0m) => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "social-return/SocialReturn",
                new
                {
                    client,
                    period = Bookkeeping.Period(),
                    shares,
                    years,
                    discountRate,
                }
            )
        ).GetProperty("client").GetProperty("roi").GetProperty("socialReturn");
}
