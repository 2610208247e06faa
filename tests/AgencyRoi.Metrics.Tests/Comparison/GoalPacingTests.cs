using AgencyRoi.Metrics.Comparison;

namespace AgencyRoi.Metrics.Tests.Comparison;

public sealed class GoalPacingTests
{
    private static readonly DateRange April = DateRange.Month(2024, 4);

    [Theory]
    [InlineData("2024-04-07", "0", PacingState.InsufficientHistory, null)]
    [InlineData("2024-04-16", "50", PacingState.OnTrack, "100")]
    [InlineData("2024-04-16", "49", PacingState.Behind, "98")]
    [InlineData("2024-04-16", "100", PacingState.Reached, "200")]
    [InlineData("2024-05-09", "99", PacingState.Missed, "99")]
    [InlineData("2024-05-01", "120", PacingState.Reached, "120")]
    [InlineData("2024-03-01", "100", PacingState.Reached, "100")]
    public void A_hundred_in_april(string asOf, string achieved, PacingState state, string? forecast)
    {
        var pacing = GoalPacing.Of(100m, April, Number(achieved), Day(asOf));

        Assert.Equal(state, pacing.State);
        Assert.Equal(forecast is null ? null : Number(forecast), pacing.Forecast);
    }

    [Fact]
    public void Probability_rises_with_what_is_achieved_and_is_even_on_track()
    {
        decimal At(decimal achieved) => GoalPacing.Of(100m, April, achieved, Day("2024-04-16")).Probability!.Value;

        Assert.InRange(At(50m), 0.45m, 0.6m);
        Assert.InRange(At(20m), 0m, 0.001m);
        Assert.InRange(At(80m), 0.999m, 1m);
        Assert.Equal(1m, At(100m));
        Assert.Equal(0m, GoalPacing.Of(100m, April, 99m, Day("2024-05-01")).Probability);
        Assert.Null(GoalPacing.Of(100m, April, 0m, Day("2024-04-02")).Probability);
    }

    [Fact]
    public void A_goal_without_days_or_target_is_refused()
    {
        Assert.Throws<ArgumentException>(() => GoalPacing.Of(0m, April, 1m, April.From));
        Assert.Throws<ArgumentException>(() => GoalPacing.Of(1m, new(April.From, April.From), 1m, April.From));
    }

    [Fact]
    public void A_forecaster_who_promises_too_much_has_a_bias_below_zero()
    {
        var score = ForecastScore.Of([new(100m, 60m), new(100m, 120m)]);

        Assert.Equal((2, -0.1m, 0.3m), (score.Forecasts, score.Bias.Value, score.Error.Value));
        Assert.Null(ForecastScore.Of([]).Bias.Value);
    }
}
