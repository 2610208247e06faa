using System.Text.Json;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class AgencyMarginTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // The two clients of the methodology's section 16.
    [Fact]
    public async Task Fees_less_what_the_agency_paid_itself_and_the_client_sees_only_the_fee()
    {
        var (a, b) = (await app.ClientAsync(app.Alpha, "Client A"), await app.ClientAsync(app.Alpha, "Client B"));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(65m));
        await BookAsync(a, 10_000m, days: 29, 800m, 1200m);
        await BookAsync(b, 3_000m, days: 5, 150m, 360m);

        var margins = (await app.SendAsync(app.Alpha.StaffToken, "agency-margin/AgencyMargin", new { period = Bookkeeping.Period() }))
            .GetProperty("clients")
            .List("nodes")
            .ToDictionary(client => client.Text("name"), client => client.GetProperty("agencyMargin"));

        Assert.Equal((11_425m, -1_425m, -14.25m), Figures(margins["Client A"]));
        Assert.Equal((2_135m, 865m, 28.833333m), Figures(margins["Client B"]));
        Assert.Equal(-225m, margins["Client A"].Amount("profitBeforeOverhead"));
        Assert.Equal(10_000m, (await app.RoiAsync(app.Alpha, a)).Amount());
    }

    [Fact]
    public async Task The_agencys_side_of_the_ledger_is_closed_to_tokens_of_some_clients()
    {
        var client = await app.ClientAsync(app.Beta, "Narrow", "EUR");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(client, 7171.37m, currency: "EUR", category: "STAFF_TIME", paidBy: "AGENCY"));
        var token = await app.TokenForAsync(app.Beta, client);
        var asked = new
        {
            client,
            period = Bookkeeping.Period(),
            viewpoint = "AGENCY",
        };

        var roi = await app.AnswerAsync(token, "client-roi/ClientRoi", asked);
        var margin = await app.AnswerAsync(token, "agency-margin/AgencyMargin", new { period = Bookkeeping.Period() });

        Assert.All([roi, margin], answer => Assert.Contains("FORBIDDEN", answer.ToString()));
        Assert.All([roi, margin], answer => Assert.DoesNotContain("7171.37", answer.ToString()));
    }

    private async Task BookAsync(string client, decimal fee, int days, decimal platform, decimal overhead)
    {
        var person = await app.PersonAsync(app.Alpha);
        for (var day = 1; day <= days; day++)
            await app.TimeAsync(app.Alpha, client, person, 5m, $"2025-01-{day:00}");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, fee, "2025-01-31", category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, platform, "2025-01-31", category: "PLATFORM", paidBy: "AGENCY"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, overhead, "2025-01-31", category: "OVERHEAD", paidBy: "AGENCY"));
    }

    private static (decimal Cost, decimal Profit, decimal Percent) Figures(JsonElement margin) =>
        (margin.Amount("cost"), margin.Amount("profit"), margin.GetProperty("marginPercent").GetDecimal());
}
