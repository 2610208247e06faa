using System.Text.Json;

namespace AgencyRoi.Tests.Records.Outcomes;

public sealed class RetractOutcomeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_retracted_outcome_counts_for_nothing_until_it_is_sent_again()
    {
        var goal = (await app.ActiveGoalAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");
        var outcome = await app.OutcomeAsync(app.Alpha, goal, 3m, externalReference: "oops");

        var retracted = await RetractAsync(outcome.Text("id"), 1);
        var total = await app.LedgerTotalAsync(app.Alpha);
        var again = await RetractAsync(outcome.Text("id"), 2);
        var back = await app.OutcomeAsync(app.Alpha, goal, 3m, externalReference: "oops");

        Assert.Equal(("2026-01-15T10:00:00Z", 0m), (retracted.Text("retractedAt"), total));
        Assert.Equal(retracted.ToString(), again.ToString());
        Assert.Equal((JsonValueKind.Null, 3), (back.GetProperty("retractedAt").ValueKind, back.GetProperty("revision").GetInt32()));
        Assert.Equal(15m, await app.LedgerTotalAsync(app.Alpha));
    }

    private Task<JsonElement> RetractAsync(string id, long version) =>
        app.DoAsync(app.Alpha.StaffToken, "goals/RetractOutcome", new { id, version });
}
