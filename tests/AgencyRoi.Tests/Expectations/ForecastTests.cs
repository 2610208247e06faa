using System.Text.Json;

namespace AgencyRoi.Tests.Expectations;

/// <summary>The clock stands at 2026-01-15 until the test moves it.</summary>
public sealed class ForecastTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Forecasts_are_held_against_what_came_and_their_authors_are_scored()
    {
        var client = await app.ClientAsync(app.Alpha, "Forecast");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        var other = await app.PricedGoalAsync(app.Alpha, client, 500m, name: "Orders");
        await app.RecordOutcomeAsync(app.Alpha, goal, 7m, "2026-01-31");
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
        var answer = await app.SendAsync(app.Alpha.AnalystToken, "expectations/ForecasterScores");
        var scores = answer.List("forecasterScores").ToDictionary(score => score.Text("author"));

        Assert.Equal((60m, -40m, -40m), Actual(actual));
        Assert.False(actual.GetProperty("isWithinBounds").GetBoolean());
        // Hope: 60 of 100 and 5 of 4, so -0.4 and 0.25. Care: 60 of 50; one is pending, one was made in its period.
        Assert.Equal((2L, 0L, 0L, -0.075m, 0.325m), Score(scores["Hope"]));
        Assert.Equal((1L, 1L, 1L, 0.2m, 0.2m), Score(scores["Care"]));
        Assert.Equal((0L, 1L), (scores["Hope"].Long("withinBounds"), scores["Hope"].Long("withBounds")));
        Assert.Equal((1L, 1L), (scores["Care"].Long("withinBounds"), scores["Care"].Long("withBounds")));
        Assert.Equal(["Care", "Hope"], answer.List("forecasterScores").Select(score => score.Text("author")));
        Assert.Empty((await app.SendAsync(app.Beta.AnalystToken, "expectations/ForecasterScores")).List("forecasterScores"));
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
    ) => app.DoAsync(app.Alpha.AnalystToken, "expectations/RecordForecast", New(goal, author, expected, from, to, low, high));

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Beta.AnalystToken, "expectations/RecordForecast", input);

    private async Task<JsonElement[]> ActualsAsync(string goal) =>
        (await app.SendAsync(app.Alpha.AnalystToken, "expectations/Expectations", new { id = goal }))
            .GetProperty("node")
            .GetProperty("forecasts")
            .List("nodes");

    private static (decimal, decimal, decimal) Actual(JsonElement actual) =>
        (
            actual.GetProperty("actualQuantity").GetDecimal(),
            actual.GetProperty("difference").GetDecimal(),
            actual.GetProperty("differencePercent").GetDecimal()
        );

    private static (long, long, long, decimal, decimal) Score(JsonElement score) =>
        (
            score.Long("scored"),
            score.Long("pending"),
            score.Long("late"),
            score.GetProperty("bias").GetDecimal(),
            score.GetProperty("error").GetDecimal()
        );
}
