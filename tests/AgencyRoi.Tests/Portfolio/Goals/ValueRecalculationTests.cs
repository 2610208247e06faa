using System.Globalization;
using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>A value whose input is kept elsewhere is calculated anew when that changes, and the old one keeps its days. The clock stands at 2026-01-15.</summary>
public sealed class ValueRecalculationTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_lead_follows_the_margin_of_its_client_and_what_was_booked_stays()
    {
        var client = await app.ClientAsync(app.Alpha);
        await MarginAsync(client, 1, 0.4m);
        var goal = await ActiveGoalAsync(client);
        await LeadAsync(goal, "2025-01-01", new { closeRate = 0.1m, dealAmount = 1000m });
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-03-10");

        await MarginAsync(client, 2, 0.5m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2026-01-15");

        Assert.Equal(
            ["2026-01-15 1 50 0.5 True", "2025-01-01 2 40 0.4 True"],
            await ValuesAsync(app.Alpha, goal, "margin", "marginOfClient")
        );
        Assert.Equal(40m, (await app.RoiAsync(app.Alpha, client)).Value());
        Assert.Equal(50m, (await app.RoiAsync(app.Alpha, client, "2026-01-01", "2026-02-01")).Value());
    }

    [Fact]
    public async Task A_value_that_begins_later_follows_from_its_own_day_on()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await ActiveGoalAsync(client);
        await LeadAsync(goal, "2025-01-01", new { closeRate = 0.1m, dealAmount = 1000m });
        await LeadAsync(goal, "2026-06-01", new { dealAmount = 2000m });

        await MarginAsync(client, 1, 0.5m);

        Assert.Equal(
            ["2026-06-01 2 100 0.5 True", "2026-06-01 1 200 1 True", "2026-01-15 1 50 0.5 True", "2025-01-01 2 100 1 True"],
            await ValuesAsync(app.Alpha, goal, "margin", "marginOfClient")
        );
    }

    [Fact]
    public async Task A_margin_that_was_given_follows_nobody_until_it_is_taken_from_the_client()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await ActiveGoalAsync(client);
        await LeadAsync(
            goal,
            "2025-01-01",
            new
            {
                closeRate = 0.1m,
                dealAmount = 1000m,
                margin = 0.3m,
            }
        );
        await MarginAsync(client, 1, 0.5m);
        Assert.Equal(["2025-01-01 2 30 0.3 False"], await ValuesAsync(app.Alpha, goal, "margin", "marginOfClient"));

        await LeadAsync(goal, "2025-07-01", new { marginOfClient = true });
        await MarginAsync(client, 2, 0.6m);

        Assert.Equal(
            ["2026-01-15 1 60 0.6 True", "2025-07-01 1 50 0.5 True", "2025-01-01 2 30 0.3 False"],
            await ValuesAsync(app.Alpha, goal, "margin", "marginOfClient")
        );
    }

    [Fact]
    public async Task A_solved_problem_follows_the_labour_rate_of_a_role_class_from_its_first_day_on()
    {
        var agency = await TestAgency.CreateAsync(app.Database, "role-rates", "USD", app.Clock);
        var rate = await RateAsync(agency, "2025-01-01", "2026-01-01", 40m);
        var goal = await ActiveGoalAsync(await app.ClientAsync(agency), agency);
        await SolvedAsync(
            agency,
            goal,
            new
            {
                revenueKept = 10m,
                hoursFreed = 2m,
                hourlyRateOfRole = "STAFF",
            }
        );

        await RateAsync(agency, "2026-01-01", null, 50m);
        await app.DoAsync(
            agency.OwnerToken,
            "people/UpdateHourlyRate",
            new
            {
                id = rate.Text("id"),
                version = 1,
                amount = 45m,
            }
        );

        Assert.Equal(
            ["2026-01-01 1 110 50 STAFF", "2025-02-01 2 100 45 STAFF", "2025-02-01 1 90 40 STAFF"],
            await ValuesAsync(agency, goal, "hourlyRate", "hourlyRateOfRole")
        );
    }

    [Fact]
    public async Task A_rate_is_there_on_the_day_in_the_currency_of_the_value_and_for_those_who_may_see_it()
    {
        var agency = await TestAgency.CreateAsync(app.Database, "role-refusals", "USD", app.Clock);
        var client = await app.ClientAsync(agency);
        var goal = await ActiveGoalAsync(client, agency);
        object solvedProblem = new
        {
            revenueKept = 10m,
            hoursFreed = 2m,
            hourlyRateOfRole = "MANAGEMENT",
        };

        Assert.Equal(["BAD_INPUT input.solvedProblem.hourlyRateOfRole"], await RefusedAsync(agency.StaffToken, goal, solvedProblem));
        await RateAsync(agency, "2025-01-01", null, 80m, "MANAGEMENT");
        Assert.Equal(["BAD_INPUT input.solvedProblem.hourlyRateOfRole"], await RefusedAsync(agency.StaffToken, goal, solvedProblem, "EUR"));
        var restricted = await app.RestrictedTokenAsync(agency, client);
        Assert.Equal(["FORBIDDEN"], (await RefusedAsync(restricted, goal, solvedProblem)).Select(refusal => refusal.Trim()));

        await SolvedAsync(agency, goal, solvedProblem);
        var calculation = (await app.SendAsync(restricted, "goals/Goal", new { id = goal }))
            .GetProperty("node")
            .GetProperty("values")
            .List("nodes")[0]
            .GetProperty("calculation");
        Assert.Equal(JsonValueKind.Null, calculation.GetProperty("hourlyRate").ValueKind);
        Assert.Equal(JsonValueKind.Null, calculation.GetProperty("hoursFreed").ValueKind);
    }

    private async Task<string> ActiveGoalAsync(string client, TestAgency? agency = null) =>
        await app.PricedGoalAsync(agency ?? app.Alpha, client, 1m);

    private Task<JsonElement> MarginAsync(string id, int version, decimal margin) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id,
                version,
                margin,
            }
        );

    private Task<JsonElement> LeadAsync(string goalId, string effectiveFrom, object lead) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "goals/SetGoalValue",
            new
            {
                goalId,
                effectiveFrom,
                currency = "USD",
                lead,
            }
        );

    private Task<JsonElement> SolvedAsync(TestAgency agency, string goalId, object solvedProblem) =>
        app.DoAsync(
            agency.StaffToken,
            "goals/SetGoalValue",
            new
            {
                goalId,
                effectiveFrom = "2025-02-01",
                currency = "USD",
                solvedProblem,
            }
        );

    private Task<string[]> RefusedAsync(string token, string goalId, object solvedProblem, string currency = "USD") =>
        app.RefusalAsync(
            token,
            "goals/SetGoalValue",
            new
            {
                goalId,
                effectiveFrom = "2025-02-01",
                currency,
                solvedProblem,
            }
        );

    private Task<JsonElement> RateAsync(TestAgency agency, string from, string? to, decimal amount, string roleClass = "STAFF") =>
        app.DoAsync(
            agency.OwnerToken,
            "people/CreateHourlyRate",
            new
            {
                kind = "LABOUR",
                level = "ROLE",
                roleClass,
                from,
                to,
                amount,
                currency = "USD",
            }
        );

    // Those that are calculated, the latest first.
    private async Task<IEnumerable<string>> ValuesAsync(TestAgency agency, string goal, string input, string origin) =>
        (await app.SendAsync(agency.StaffToken, "goals/Goal", new { id = goal }))
            .GetProperty("node")
            .GetProperty("values")
            .List("nodes")
            .Where(value => value.GetProperty("calculation").ValueKind != JsonValueKind.Null)
            .Select(value =>
                $"{value.Text("effectiveFrom")} {value.GetProperty("revision")} {Plain(value.Amount("unitValue"))} "
                + $"{Plain(NumberOf(value.GetProperty("calculation").GetProperty(input)))} {value.GetProperty("calculation").GetProperty(origin)}"
            );

    private static decimal NumberOf(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object ? input.GetProperty("amount").GetDecimal() : input.GetDecimal();

    private static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
