using System.Text.Json;

namespace AgencyRoi.Tests.Records.Outcomes;

public sealed class RecordOutcomeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task An_outcome_is_posted_at_the_value_and_the_rates_of_its_day()
    {
        var clientId = await app.ClientAsync(app.Beta, currency: "GBP");
        var goal = await app.ActiveGoalAsync(app.Beta, clientId, "USD");
        var record = new
        {
            goalId = goal.Text("id"),
            occurredOn = "2025-03-10",
            quantity = 4m,
        };
        Assert.Equal(["NO_EXCHANGE_RATE input.occurredOn"], await app.RefusalAsync(app.Beta.StaffToken, "goals/RecordOutcome", record));
        await RateAsync("USD", "GBP", 0.8m);
        await RateAsync("EUR", "USD", 1.25m);

        var outcome = await app.DoAsync(app.Beta.StaffToken, "goals/RecordOutcome", record);
        var read = (await app.SendAsync(app.Beta.OwnerToken, "goals/Goal", new { id = goal.Text("id") }))
            .GetProperty("node")
            .GetProperty("outcomes");

        Assert.Equal((16m, 16m), (await app.LedgerTotalAsync(app.Beta), await app.LedgerTotalAsync(app.Beta, "agency_amount")));
        Assert.Equal(12m, await app.LedgerTotalAsync(app.Beta, "adjusted_amount"));
        Assert.Equal(1, read.GetProperty("totalCount").GetInt32());
        Assert.Equal(outcome.ToString(), Assert.Single(read.GetProperty("nodes").EnumerateArray()).ToString());
    }

    [Fact]
    public async Task The_same_reference_again_changes_nothing_and_with_other_content_it_revises()
    {
        var agency = app.Alpha;
        var goal = (await app.ActiveGoalAsync(agency, await app.ClientAsync(agency))).Text("id");

        var first = await app.OutcomeAsync(agency, goal, 3m, externalReference: "visit-7");
        var again = await app.OutcomeAsync(agency, goal, 3.0m, externalReference: "visit-7");
        var total = await app.LedgerTotalAsync(agency);
        var revised = await app.OutcomeAsync(agency, goal, 5m, externalReference: "visit-7");

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal((first.Text("id"), 2), (revised.Text("id"), revised.GetProperty("revision").GetInt32()));
        Assert.Equal(total + 10m, await app.LedgerTotalAsync(agency));
    }

    [Fact]
    public async Task The_same_outcome_sent_many_times_at_once_is_one()
    {
        var goal = (await app.ActiveGoalAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.OutcomeAsync(app.Alpha, goal, externalReference: "once")));

        Assert.Single(outcomes.Select(outcome => outcome.ToString()).Distinct());
    }

    [Fact]
    public async Task Zero_is_a_fact_without_an_entry_and_a_day_before_the_first_value_is_refused()
    {
        var goal = (await app.ActiveGoalAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

        var zero = await app.OutcomeAsync(app.Alpha, goal, 0m);
        var early = await RefusedAsync(
            new
            {
                goalId = goal,
                occurredOn = "2024-12-31",
                quantity = 1m,
            }
        );

        Assert.Equal(0m, zero.GetProperty("quantity").GetDecimal());
        Assert.Equal(["GOAL_WITHOUT_VALUE input.occurredOn"], early);
        Assert.Equal(
            ["NEGATIVE_AMOUNT input.quantity"],
            await RefusedAsync(
                new
                {
                    goalId = goal,
                    occurredOn = "2025-01-01",
                    quantity = -1m,
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.quantity"],
            await RefusedAsync(
                new
                {
                    goalId = goal,
                    occurredOn = "2025-01-01",
                    quantity = 0.00001m,
                }
            )
        );
    }

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "goals/RecordOutcome", input);

    private Task<JsonElement> RateAsync(string baseCurrency, string quoteCurrency, decimal rate) =>
        app.DoAsync(
            app.Beta.StaffToken,
            "exchange-rates/SetExchangeRate",
            new
            {
                baseCurrency,
                quoteCurrency,
                day = "2025-03-01",
                granularity = "MONTH",
                rate,
                source = "the test",
            }
        );
}
