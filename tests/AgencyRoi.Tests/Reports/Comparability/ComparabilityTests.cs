using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Comparability;

public sealed class ComparabilityTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task Basis_rates_missing_cost_days_and_weak_evidence_are_told_with_whom_they_are_about()
    {
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.0m, "2025-02-01", "MONTH");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.2m, "2025-03-01", "MONTH");
        var margin = (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", WithMargin("Margin"))).Text("id");
        var revenue = await app.ClientAsync(app.Alpha, "Revenue", "EUR");
        var guess = await app.ClientAsync(app.Alpha, "Guess");
        foreach (var (client, currency) in new[] { (margin, "USD"), (revenue, "EUR") })
        {
            var spring = await app.CampaignAsync(app.Alpha, client, "Spring");
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, "2025-02-03", currency));
            await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 200m, "2025-03-04", currency, campaignId: spring));
        }
        await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, guess, 5m, "REPUTATION", "D"), 4m, "2025-06-02");

        var report = await ReportAsync("2025-02-01", "2025-07-01");
        var findings = report.List("findings").Select(finding => (finding.Text("aspect"), finding.Text("severity"), Names(finding)));
        var clients = report.List("clients").ToDictionary(client => client.GetProperty("client").Text("name"));

        Assert.Equal(
            [
                ("BASIS", "NOT_COMPARABLE", "Revenue"),
                ("COMPLETENESS", "NOT_COMPARABLE", "Guess"),
                ("CURRENCY", "CAUTION", "Revenue"),
                ("COMPLETENESS", "CAUTION", "Revenue, Margin, Guess"),
                ("PERIOD", "CAUTION", "Guess"),
                ("EVIDENCE", "CAUTION", "Guess"),
            ],
            findings
        );
        Assert.True(clients["Margin"].GetProperty("isComparable").GetBoolean());
        Assert.Equal(("2025-02-03", "2025-03-05", 2L), Days(clients["Revenue"]));
        var rates = Assert.Single(clients["Revenue"].List("rates"));
        Assert.Equal(("EUR", 2L), (rates.Text("currencyCode"), rates.Long("entryCount")));
        Assert.Equal((1.0m, 1.2m), (rates.GetProperty("lowestRate").GetDecimal(), rates.GetProperty("highestRate").GetDecimal()));
        Assert.Equal(("MARGIN", "REVENUE"), (clients["Margin"].Text("salesBasis"), clients["Revenue"].Text("salesBasis")));
        var grade = Assert.Single(clients["Guess"].List("evidence"));
        Assert.Equal(("D", 20m, 1m), (grade.Text("grade"), grade.Amount("value"), grade.GetProperty("share").GetDecimal()));
        Assert.False(report.GetProperty("isComparable").GetBoolean());
    }

    [Fact]
    public async Task A_period_that_is_not_over_is_provisional()
    {
        var client = await app.ClientAsync(app.Beta, "Now", "EUR");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(client, 10m, "2026-01-05", "EUR"));

        var open = await ReportAsync("2026-01-01", "2026-02-01", app.Beta, "Now");
        var over = await ReportAsync("2026-01-01", "2026-01-12", app.Beta, "Now");

        Assert.Equal(["COMPLETENESS", "PERIOD"], open.List("findings").Select(finding => finding.Text("aspect")));
        Assert.Equal("2026-01-12", Assert.Single(open.List("clients")).Text("provisionalFrom"));
        Assert.True(open.GetProperty("isComparable").GetBoolean());
        Assert.Equal(["COMPLETENESS"], over.List("findings").Select(finding => finding.Text("aspect")));
    }

    [Theory]
    [InlineData("comparability/Comparability", 11)]
    [InlineData("comparability/Coverage", 34)]
    [InlineData("comparability/NormalisedReturns", 35)]
    [InlineData("comparability/RoiTreeOfAll", 32)]
    public async Task It_takes_as_many_statements_for_two_clients_as_for_six(string operation, int most)
    {
        await GrowAsync(2);
        await CountAsync(operation);
        var few = await CountAsync(operation);
        await GrowAsync(4);
        var many = await CountAsync(operation);

        Assert.Equal(few, many);
        Assert.InRange(many, 3, most);
    }

    private async Task<int> CountAsync(string operation)
    {
        using var statements = new StatementCounter(app.Database);
        await app.SendAsync(app.Beta.StaffToken, operation, new { period = Bookkeeping.Period() });
        return statements.Count;
    }

    private async Task GrowAsync(int more)
    {
        for (var i = 0; i < more; i++)
        {
            var client = await app.ClientAsync(app.Beta, $"Client {i}", "EUR");
            var goal = await app.PricedGoalAsync(app.Beta, client, 5m, currency: "EUR");
            await app.CostAsync(app.Beta, Bookkeeping.NewCost(client, 10m, currency: "EUR"));
            await app.RecordOutcomeAsync(app.Beta, goal, 3m);
        }
    }

    private static object WithMargin(string name) =>
        new
        {
            name,
            industry = "RETAIL",
            businessModel = "B2C",
            size = "SMALL",
            currency = "USD",
            timeZone = "America/New_York",
            margin = 0.4m,
        };

    private static string Names(JsonElement finding) => string.Join(", ", finding.List("clients").Select(client => client.Text("name")));

    private static (string, string, long) Days(JsonElement client) =>
        (client.Text("from"), client.Text("to"), client.Long("entryDayCount"));

    private async Task<JsonElement> ReportAsync(string from, string to, TestAgency? agency = null, string start = "") =>
        (
            await app.SendAsync(
                (agency ?? app.Alpha).StaffToken,
                "comparability/Comparability",
                new { period = Bookkeeping.Period(from, to), where = new { client = new { name = new { startsWith = start } } } }
            )
        )
            .GetProperty("compareClients")
            .GetProperty("comparability");
}
