using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Costs;

/// <summary>What people learn in a course or at a conference serves for a year: its cost may be borne by the year.</summary>
public sealed class CostSpreadTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_course_costs_each_month_its_days_and_the_year_its_whole_amount()
    {
        var client = await app.ClientAsync(app.Alpha);

        var cost = await app.CostAsync(app.Alpha, New(client, 1000m, "TRAINING", 12));

        Assert.Equal(12, cost.GetProperty("spreadMonths").GetInt32());
        Assert.Equal(60.27m, await CostAsync(client, "2025-03-01", "2025-04-01"));
        Assert.Equal(82.19m, await CostAsync(client, "2025-04-01", "2025-05-01"));
        Assert.Equal(24.66m, await CostAsync(client, "2026-03-01", "2026-04-01"));
        Assert.Equal(1000m, await CostAsync(client, "2025-01-01", "2027-01-01"));
        Assert.Equal(0m, await CostAsync(client, "2026-03-10", "2027-01-01"));
    }

    [Fact]
    public async Task Corrected_it_counts_at_once_and_retracted_no_day_of_it_stays()
    {
        var client = await app.ClientAsync(app.Alpha);
        var cost = await app.CostAsync(app.Alpha, New(client, 600m, "CONFERENCE", 6));

        var corrected = await app.DoAsync(
            app.Alpha.StaffToken,
            "costs/CorrectCost",
            new
            {
                id = cost.Text("id"),
                version = cost.Long("version"),
                spreadMonths = (int?)null,
            }
        );
        var atOnce = await CostAsync(client, "2025-03-10", "2025-03-11");
        var later = await CostAsync(client, "2025-03-11", "2026-01-01");
        var again = await app.DoAsync(
            app.Alpha.StaffToken,
            "costs/CorrectCost",
            new
            {
                id = cost.Text("id"),
                version = corrected.Long("version"),
                spreadMonths = 3,
            }
        );
        var spread = await CostAsync(client, "2025-03-11", "2026-01-01");
        await app.DoAsync(app.Alpha.StaffToken, "costs/RetractCost", new { id = cost.Text("id"), version = again.Long("version") });

        Assert.Equal((600m, 0m), (atOnce, later));
        Assert.Equal(593.48m, spread);
        Assert.Equal(0m, await CostAsync(client, "2025-01-01", "2027-01-01"));
    }

    [Fact]
    public async Task Other_categories_and_terms_that_are_none_are_refused()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(["BAD_INPUT input.spreadMonths"], await RefusedAsync(New(client, 1m, "CONTENT", 12)));
        Assert.Equal(["BAD_INPUT input.spreadMonths"], await RefusedAsync(New(client, 1m, "TRAINING", 1)));
        Assert.Equal(["BAD_INPUT input.spreadMonths"], await RefusedAsync(New(client, 1m, "TRAINING", 61)));
    }

    [Fact]
    public async Task A_file_spreads_it_too_and_again_changes_nothing()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Filed", externalReference: "spread"));
        const string file =
            "client,external_reference,date,category,amount,currency,spread_months\n"
            + "spread,a,2025-03-10,TRAINING,1000,USD,12\n"
            + "spread,b,2025-03-10,CONTENT,1000,USD,12\n"
            + "spread,c,2025-03-10,CONTENT,1000,USD,\n";

        var report = await app.ImportAsync(app.Alpha.StaffToken, "costs", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "costs", file);

        Assert.Equal((2, 0, 0, 1), report.Counts());
        Assert.Equal(["3 spread_months BAD_INPUT"], report.Errors());
        Assert.Equal((0, 0, 2, 1), again.Counts());
    }

    private async Task<decimal> CostAsync(string client, string from, string to) =>
        (await app.RoiAsync(app.Alpha, client, from, to)).Amount("cost");

    private Task<string[]> RefusedAsync(object cost) => app.RefusalAsync(app.Alpha.StaffToken, "costs/RecordCost", cost);

    private static object New(string clientId, decimal amount, string category, int spreadMonths) =>
        new
        {
            clientId,
            category,
            occurredOn = "2025-03-10",
            amount,
            currency = "USD",
            paidBy = "CLIENT",
            spreadMonths,
        };
}
