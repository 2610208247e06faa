using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Reports.Forecasts;

/// <summary>The clock stands at 2026-01-15 until the test moves it.</summary>
public sealed class ForecastTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Forecasts_are_held_against_what_came_and_their_authors_are_scored()
    {
        var client = await app.ClientAsync(app.Alpha, "Forecast");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        var other = await app.PricedGoalAsync(app.Alpha, client, 500m, name: "Orders");
        await app.RecordOutcomeAsync(app.Alpha, goal, 7m, "2026-01-14");
        var hopeful = await ForecastAsync(goal, "Hope", 100m, low: 80m, high: 120m);
        await ForecastAsync(other, "Hope", 4m);
        await ForecastAsync(goal, "Care", 50m, low: 40m, high: 70m);
        await ForecastAsync(goal, "Care", 60m, from: "2026-01-01");
        await ForecastAsync(goal, "Care", 10m, from: "2027-01-01", to: "2027-02-01");

        Assert.Equal(JsonValueKind.Null, (await ActualsAsync(goal))[0].GetProperty("actual").ValueKind);
        app.Clock.Advance(TimeSpan.FromDays(60));
        await app.RecordOutcomeAsync(app.Alpha, goal, 60m, "2026-02-28");
        await app.RecordOutcomeAsync(app.Alpha, goal, 9m, "2026-03-01");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, null, "2026-02-10", type: "LEAD", quantity: 5m, goalId: other));

        var forecasts = await ActualsAsync(goal);
        var actual = forecasts.Single(row => row.Text("id") == hopeful.Text("id")).GetProperty("actual");
        var answer = await app.SendAsync(app.Alpha.StaffToken, "expectations/ForecasterScores");
        var scores = answer.GetProperty("forecasterScores").List("nodes").ToDictionary(score => score.Text("author"));

        Assert.Equal((60m, -40m, -40m), Actual(actual));
        Assert.False(actual.GetProperty("isWithinBounds").GetBoolean());
        // Hope: 60 of 100 and 5 of 4, so -0.4 and 0.25. Care: 60 of 50; one is pending, one was made in its period.
        Assert.Equal((2L, 0L, 0L, -0.075m, 0.325m), Score(scores["Hope"]));
        Assert.Equal((1L, 1L, 1L, 0.2m, 0.2m), Score(scores["Care"]));
        Assert.Equal((0L, 1L), (scores["Hope"].Long("withinBoundsCount"), scores["Hope"].Long("withBoundsCount")));
        Assert.Equal((1L, 1L), (scores["Care"].Long("withinBoundsCount"), scores["Care"].Long("withBoundsCount")));
        Assert.Equal(["Care", "Hope"], answer.GetProperty("forecasterScores").List("nodes").Select(score => score.Text("author")));
        var others = (await app.SendAsync(app.Beta.StaffToken, "expectations/ForecasterScores"))
            .GetProperty("forecasterScores")
            .List("nodes");
        Assert.DoesNotContain(others, score => score.Text("author") is "Hope" or "Care");
    }

    [Fact]
    public async Task A_forecast_of_a_past_period_is_entered_later_with_its_day_and_source_and_scored_apart()
    {
        var client = await app.ClientAsync(app.Beta, "Backlog", "EUR");
        var goal = await app.PricedGoalAsync(app.Beta, client, 5m, currency: "EUR");
        await app.RecordOutcomeAsync(app.Beta, goal, 60m, "2025-09-10");
        var file = $"""
            client,external_reference,goal,author,from,to,expected_quantity,made_on,source
            {client},plan-9,{goal},Ada,2025-09-01,2025-10-01,50,2025-08-20,Plan of August
            {client},plan-10,{goal},Ada,2025-09-01,2025-10-01,100,2025-09-05,Plan of September
            {client},no-source,{goal},Ada,2025-09-01,2025-10-01,100,2025-08-20,
            {client},no-day,{goal},Ada,2025-09-01,2025-10-01,100,,Plan
            {client},too-late,{goal},Ada,2025-09-01,2025-10-01,100,2025-10-01,Plan
            {client},tomorrow,{goal},Ada,2027-09-01,2027-10-01,100,2027-01-01,Plan
            """;

        var first = await app.ImportAsync(app.Beta.StaffToken, "forecasts", file);
        var again = await app.ImportAsync(app.Beta.StaffToken, "forecasts", file.Replace("50,2025", "55,2025", StringComparison.Ordinal));
        var scores = (await app.SendAsync(app.Beta.StaffToken, "expectations/ForecasterScores"))
            .GetProperty("forecasterScores")
            .List("nodes");

        Assert.Equal((2, 0, 0, 4), first.Counts());
        Assert.Equal(["source BAD_INPUT", "to BAD_INPUT", "made_on BAD_INPUT", "made_on BAD_INPUT"], Complaints(first));
        Assert.Equal((0, 0, 1, 5), again.Counts());
        Assert.Equal("external_reference ALREADY_EXISTS", Complaints(again)[0]);
        var score = Assert.Single(scores, score => score.Text("author") == "Ada");
        Assert.True(score.GetProperty("enteredLater").GetBoolean());
        Assert.Equal((1L, 0L, 1L, 0.2m, 0.2m), Score(score));
    }

    [Fact]
    public async Task A_forecast_made_today_is_not_entered_later_and_a_known_reference_answers_with_it()
    {
        var client = await app.ClientAsync(app.Beta, "Known", "EUR");
        var goal = await app.PricedGoalAsync(app.Beta, client, 5m, currency: "EUR");
        object Forecast(decimal expected, string? madeOn = null, string? source = null) =>
            new
            {
                goalId = goal,
                author = "Bo",
                from = "2027-02-01",
                to = "2027-03-01",
                expectedQuantity = expected,
                madeOn,
                source,
                externalReference = $"{goal}:{madeOn}",
            };
        Task<JsonElement> RecordAsync(object input) => app.DoAsync(app.Beta.StaffToken, "expectations/RecordGoalForecast", input);

        var today = await RecordAsync(Forecast(5m));
        var later = await RecordAsync(Forecast(5m, "2026-01-02", "A letter"));

        Assert.False(today.GetProperty("enteredLater").GetBoolean());
        Assert.Equal(
            (true, "2026-01-02", "A letter"),
            (later.GetProperty("enteredLater").GetBoolean(), later.Text("madeOn"), later.Text("source"))
        );
        Assert.Equal(today.ToString(), (await RecordAsync(Forecast(5m))).ToString());
        Assert.Equal(["ALREADY_EXISTS input.externalReference"], await RefusedAsync(Forecast(6m)));
    }

    [Fact]
    public async Task A_forecast_of_the_past_of_nothing_or_outside_of_its_bounds_is_refused()
    {
        var client = await app.ClientAsync(app.Beta, "Refused", "EUR");
        var goal = await app.PricedGoalAsync(app.Beta, client, 5m, currency: "EUR");
        var foreign = await app.PricedGoalAsync(app.Alpha, await app.ClientAsync(app.Alpha), 5m);

        Assert.Equal(["BAD_INPUT input.to"], await RefusedAsync(New(goal, "Late", 5m, "2025-01-01", "2026-01-01")));
        Assert.Equal(["BAD_INPUT input.to"], await RefusedAsync(New(goal, "Turned", 5m, "2026-08-01", "2026-08-01")));
        Assert.Equal(["BAD_INPUT input.expectedQuantity"], await RefusedAsync(New(goal, "None", 0m)));
        Assert.Equal(
            ["BAD_INPUT input.lowQuantity", "BAD_INPUT input.highQuantity"],
            await RefusedAsync(New(goal, "Bounds", 5m, low: 6m, high: 4m))
        );
        Assert.Equal(["NOT_FOUND input.goalId"], await RefusedAsync(New(foreign, "Foreign", 5m, "2027-01-01", "2027-02-01")));
    }

    private static object New(
        string goalId,
        string author,
        decimal expectedQuantity,
        string from = "2026-02-01",
        string to = "2026-03-01",
        decimal? low = null,
        decimal? high = null
    ) =>
        new
        {
            goalId,
            author,
            from,
            to,
            expectedQuantity,
            lowQuantity = low,
            highQuantity = high,
        };

    private Task<JsonElement> ForecastAsync(
        string goal,
        string author,
        decimal expected,
        string from = "2026-02-01",
        string to = "2026-03-01",
        decimal? low = null,
        decimal? high = null
    ) => app.DoAsync(app.Alpha.StaffToken, "expectations/RecordGoalForecast", New(goal, author, expected, from, to, low, high));

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Beta.StaffToken, "expectations/RecordGoalForecast", input);

    private async Task<JsonElement[]> ActualsAsync(string goal) =>
        (await app.SendAsync(app.Alpha.StaffToken, "expectations/Expectations", new { id = goal }))
            .GetProperty("node")
            .GetProperty("forecasts")
            .List("nodes");

    private static string[] Complaints(JsonElement report) =>
        [.. report.List("errors").Select(error => $"{error.Text("column")} {error.Text("code")}")];

    private static (decimal, decimal, decimal) Actual(JsonElement actual) =>
        (
            actual.GetProperty("actualQuantity").GetDecimal(),
            actual.GetProperty("difference").GetDecimal(),
            actual.GetProperty("differencePercent").GetDecimal()
        );

    private static (long, long, long, decimal, decimal) Score(JsonElement score) =>
        (
            score.Long("scoredCount"),
            score.Long("pendingCount"),
            score.Long("lateCount"),
            score.GetProperty("bias").GetDecimal(),
            score.GetProperty("error").GetDecimal()
        );
}
