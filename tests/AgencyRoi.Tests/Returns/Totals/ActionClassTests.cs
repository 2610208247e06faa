using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Returns.Totals;

/// <summary>Value and number of outcomes by what they did for people.</summary>
public sealed class ActionClassTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Value_and_number_of_outcomes_are_told_by_action_class_and_all_parts_are_the_whole_value()
    {
        var client = await ClientAsync(app.Alpha);

        var roi = await RoiAsync(client);
        var parts = roi.List("byActionClass");

        Assert.Equal(["EDUCATE 1 2 14 40", "SERVE 2 4 28 40", " 1 2 314 40"], parts.Select(Line));
        Assert.Equal(roi.Value(), parts.Sum(part => part.Value()));
        Assert.All(
            parts,
            part =>
                Assert.Equal(
                    part.Value(),
                    part.GetProperty("unadjusted").GetProperty("explain").GetProperty("sumOfEntries").Amount("value")
                )
        );
        // 28 of cost 40.
        Assert.Equal(-30m, parts[1].GetProperty("unadjusted").GetProperty("roiPercent").GetDecimal());
    }

    [Fact]
    public async Task A_corrected_class_takes_its_value_along()
    {
        var client = await app.ClientAsync(app.Alpha);
        var outcome = await OutcomeAsync(await app.PricedGoalAsync(app.Alpha, client, 7m), "SERVE");

        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CorrectOutcome",
            new
            {
                id = outcome.Text("id"),
                version = 1,
                actionClass = "ENGAGE",
                quantity = 5m,
            }
        );

        Assert.Equal(["ENGAGE 1 5 35 0"], (await RoiAsync(client)).List("byActionClass").Select(Line));
    }

    [Fact]
    public async Task Clients_are_compared_by_action_class()
    {
        var agency = await TestAgency.CreateAsync(app.Database, "action-classes", "USD", app.Clock);
        await ClientAsync(agency);
        await ClientAsync(agency);

        var groups = (
            await app.SendAsync(
                agency.StaffToken,
                "compare-clients/CompareClientsBy",
                new { period = Bookkeeping.Period(), by = "ACTION_CLASS" }
            )
        )
            .GetProperty("compareClients")
            .List("groups");

        Assert.Equal(
            [("EDUCATE", 80m, 28m), ("SERVE", 80m, 56m), (null, 80m, 628m)],
            groups.Select(group => (group.GetProperty("key").GetString(), group.Amount(), group.Value()))
        );
    }

    [Fact]
    public async Task Files_bring_the_class_of_an_outcome_and_the_grade_of_an_idea()
    {
        var client = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "classes"));
        var goal = await app.PricedGoalAsync(app.Alpha, client.Text("id"), 7m);

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "outcomes",
            $"""
            client,external_reference,goal,date,quantity,action_class,idea_grade
            classes,1,{goal},2025-03-10,2,EDUCATE,GOOD
            classes,2,{goal},2025-03-10,1,,
            classes,3,{goal},2025-03-10,1,TEACH,
            classes,4,{goal},2025-03-10,1,,EXCELLENT

            """
        );

        Assert.Equal((2, 0, 0, 2), report.Counts());
        Assert.Equal(
            ["4 action_class", "5 idea_grade"],
            report.List("errors").Select(error => $"{error.GetProperty("line")} {error.Text("column")}")
        );
        var outcomes = (await app.SendAsync(app.Alpha.StaffToken, "goals/Goal", new { id = goal }))
            .GetProperty("node")
            .GetProperty("outcomes")
            .List("nodes");
        Assert.Equal(
            ["1 EDUCATE GOOD", "2  "],
            outcomes
                .Select(row => $"{row.Text("externalReference")} {row.GetProperty("actionClass")} {row.GetProperty("ideaGrade")}")
                .Order(StringComparer.Ordinal)
        );
    }

    // 40 spent; outcomes of 2 units at 7.00: one taught, two helped, one that nobody classed; and a sale of 300.
    private async Task<string> ClientAsync(TestAgency agency)
    {
        var client = await app.ClientAsync(agency);
        var page = await app.ChannelAsync(agency, client);
        var goal = await app.PricedGoalAsync(agency, client, 7m);
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 40m));
        foreach (var actionClass in new[] { "EDUCATE", "SERVE", "SERVE", null })
            await OutcomeAsync(goal, actionClass, agency);
        await app.SaleAsync(agency, Bookkeeping.NewSale(client, 300m, channelId: page));
        return client;
    }

    private Task<JsonElement> OutcomeAsync(string goalId, string? actionClass, TestAgency? agency = null) =>
        app.DoAsync(
            (agency ?? app.Alpha).StaffToken,
            "goals/RecordOutcome",
            new
            {
                goalId,
                occurredOn = "2025-03-10",
                quantity = 2m,
                actionClass,
            }
        );

    private async Task<JsonElement> RoiAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "client-roi/RoiByActionClass", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .GetProperty("roi");

    private static string Line(JsonElement part) =>
        $"{part.GetProperty("actionClass")} {part.GetProperty("outcomeCount")} {part.GetProperty("outcomes").GetDecimal():0.##} {part.Value():0.##} {part.Amount():0.##}";
}
