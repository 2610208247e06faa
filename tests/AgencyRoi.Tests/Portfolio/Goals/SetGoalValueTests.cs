using System.Globalization;
using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

public sealed class SetGoalValueTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_value_in_force_is_the_latest_begun_and_of_one_day_the_last_entered()
    {
        var id = (await app.DraftAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");
        Assert.Equal(JsonValueKind.Null, (await GoalAsync(id)).GetProperty("currentValue").ValueKind);

        await app.ValueAsync(app.Alpha, id, "2026-01-01", 7m);
        await app.ValueAsync(app.Alpha, id, "2026-01-15", 8m);
        var second = await app.ValueAsync(app.Alpha, id, "2026-01-15", 9.1234567891m);
        await app.ValueAsync(app.Alpha, id, "2026-01-16", 10m);
        var goal = await GoalAsync(id);

        Assert.Equal(2, second.GetProperty("revision").GetInt32());
        Assert.Equal(9.1234567891m, goal.GetProperty("currentValue").GetProperty("unitValue").GetProperty("amount").GetDecimal());
        Assert.Equal(
            [10m, 9.1234567891m, 8m, 7m],
            goal.GetProperty("values")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(value => value.GetProperty("unitValue").GetProperty("amount").GetDecimal())
        );
    }

    [Fact]
    public async Task Changing_a_value_never_changes_the_past()
    {
        var id = (await app.ActiveGoalAsync(app.Beta, await app.ClientAsync(app.Beta, currency: "EUR"), "EUR")).Text("id");
        await app.OutcomeAsync(app.Beta, id, 10m, "2025-02-01");

        await app.ValueAsync(app.Beta, id, "2025-01-01", 100m, "EUR");
        var before = await app.LedgerTotalAsync(app.Beta);
        await app.OutcomeAsync(app.Beta, id, 10m, "2025-02-01");

        Assert.Equal((50m, 1050m), (before, await app.LedgerTotalAsync(app.Beta)));
    }

    [Fact]
    public async Task Many_writers_for_one_day_get_numbers_one_after_the_other()
    {
        var id = (await app.DraftAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

        var values = await Task.WhenAll(Enumerable.Range(1, 8).Select(amount => app.ValueAsync(app.Alpha, id, "2025-01-01", amount)));

        Assert.Equal(Enumerable.Range(1, 8), values.Select(value => value.GetProperty("revision").GetInt32()).Order());
    }

    [Theory]
    [InlineData("-1", "USD", "NEGATIVE_AMOUNT input.amount")]
    [InlineData("1.00000000001", "USD", "BAD_INPUT input.amount")]
    [InlineData("10000000000000.01", "USD", "BAD_INPUT input.amount")]
    [InlineData("1", "ZZZ", "BAD_INPUT input.currency")]
    public async Task A_value_is_money(string amount, string currency, string refusal)
    {
        var goalId = (await app.DraftAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

        var input = new
        {
            goalId,
            effectiveFrom = "2025-01-01",
            amount = decimal.Parse(amount, CultureInfo.InvariantCulture),
            currency,
        };
        Assert.Equal([refusal], await app.RefusalAsync(app.Alpha.StaffToken, "goals/SetGoalValue", input));
    }

    private async Task<JsonElement> GoalAsync(string id) =>
        (await app.SendAsync(app.Alpha.OwnerToken, "goals/Goal", new { id })).GetProperty("node");
}
