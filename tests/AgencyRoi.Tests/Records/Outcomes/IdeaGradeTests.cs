using System.Text.Json;

namespace AgencyRoi.Tests.Records.Outcomes;

/// <summary>Outcomes say what they did for people; of ideas only the good ones are worth anything.</summary>
public sealed class IdeaGradeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("GOOD", 14)]
    [InlineData("FAIR", 0)]
    [InlineData("POOR", 0)]
    [InlineData(null, 0)]
    public async Task Only_ideas_graded_good_are_worth_anything(string? grade, int value)
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await GoalAsync(client, "IDEA_GENERATION", "MARKET_INSIGHT");

        await OutcomeAsync(goal, grade);

        Assert.Equal(value, await ValueAsync(client));
        Assert.Equal(value == 0 ? ["IDEAS_NOT_GOOD 1"] : [], await ExclusionsAsync(client));
    }

    [Theory]
    [InlineData("PRODUCT_FEEDBACK", "MARKET_INSIGHT")]
    [InlineData("IDEA_GENERATION", "SERVICE_SAVINGS")]
    public async Task What_is_no_idea_needs_no_grade(string type, string stream)
    {
        var client = await app.ClientAsync(app.Alpha);

        await OutcomeAsync(await GoalAsync(client, type, stream), null);

        Assert.Equal(14m, await ValueAsync(client));
        Assert.Empty(await ExclusionsAsync(client));
    }

    [Fact]
    public async Task A_grade_given_later_counts_and_one_taken_back_does_not()
    {
        var client = await app.ClientAsync(app.Alpha);
        var outcome = await OutcomeAsync(await GoalAsync(client, "IDEA_GENERATION", "MARKET_INSIGHT"), null);

        await CorrectAsync(outcome, 1, "GOOD");
        Assert.Equal(14m, await ValueAsync(client));
        await CorrectAsync(outcome, 2, "POOR");
        Assert.Equal(0m, await ValueAsync(client));
    }

    [Fact]
    public async Task A_purpose_that_comes_to_be_about_ideas_leaves_what_is_not_graded_out_when_valued_again()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await GoalAsync(client, "PRODUCT_FEEDBACK", "MARKET_INSIGHT");
        await OutcomeAsync(goal, null);
        await OutcomeAsync(goal, "GOOD");
        var purpose = (await app.SendAsync(app.Alpha.StaffToken, "goals/Goals", new { client }))
            .GetProperty("client")
            .GetProperty("purposes")
            .List("nodes")[0];
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdatePurpose",
            new
            {
                id = purpose.Text("id"),
                version = 1,
                type = "IDEA_GENERATION",
            }
        );
        Assert.Equal(28m, await ValueAsync(client));

        await app.DoAsync(app.Alpha.OwnerToken, "periods/RevalueClient", new { clientId = client, from = "2025-01-01" });

        Assert.Equal(14m, await ValueAsync(client));
    }

    [Fact]
    public async Task Outcomes_are_found_by_what_they_did_for_people()
    {
        var goal = await GoalAsync(await app.ClientAsync(app.Alpha), "CUSTOMER_CARE", "SERVICE_SAVINGS");
        await OutcomeAsync(goal, null, "SERVE");
        await OutcomeAsync(goal, null, "EDUCATE");
        await OutcomeAsync(goal, null);

        var found = (
            await app.SendAsync(app.Alpha.StaffToken, "goals/OutcomesByActionClass", new { id = goal, actionClass = "EDUCATE" })
        ).GetProperty("node");

        Assert.Equal(["EDUCATE"], found.GetProperty("outcomes").List("nodes").Select(outcome => outcome.Text("actionClass")));
    }

    // 2 units of 7.00.
    private Task<JsonElement> OutcomeAsync(string goalId, string? ideaGrade, string? actionClass = null) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "goals/RecordOutcome",
            new
            {
                goalId,
                occurredOn = "2025-03-10",
                quantity = 2m,
                ideaGrade,
                actionClass,
            }
        );

    private Task<JsonElement> CorrectAsync(JsonElement outcome, int version, string ideaGrade) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CorrectOutcome",
            new
            {
                id = outcome.Text("id"),
                version,
                ideaGrade,
            }
        );

    private async Task<string> GoalAsync(string clientId, string type, string stream)
    {
        var purpose = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreatePurpose",
            new
            {
                clientId,
                type,
                whatFor = "Hear what they want",
                problem = "Nobody asks",
                audience = "Members",
            }
        );
        var goal = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId = purpose.Text("id"),
                type = "ENGAGEMENT",
                name = "Ideas",
                indicator = "ideas of members",
                stream,
            }
        );
        await app.ValueAsync(app.Alpha, goal.Text("id"), "2025-01-01", 7m);
        await app.DoAsync(app.Alpha.StaffToken, "goals/ActivateGoal", new { id = goal.Text("id"), version = 1 });
        return goal.Text("id");
    }

    private async Task<decimal> ValueAsync(string client) => (await app.RoiAsync(app.Alpha, client)).Value();

    private async Task<string[]> ExclusionsAsync(string client)
    {
        const string document = """
            query ($id: ID!) {
              client(id: $id) { roi(period: { from: "2025-01-01", to: "2026-01-01" }) { unadjusted { explain { exclusions { code factCount } } } } }
            }
            """;
        var answer = await app.AskAsync(app.Alpha.StaffToken, document, new { id = client });
        return
        [
            .. answer
                .GetProperty("data")
                .GetProperty("client")
                .GetProperty("roi")
                .GetProperty("unadjusted")
                .GetProperty("explain")
                .List("exclusions")
                .Select(left => $"{left.Text("code")} {left.GetProperty("factCount")}"),
        ];
    }
}
