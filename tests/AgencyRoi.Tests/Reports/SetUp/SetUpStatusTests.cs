using System.Text.Json;

namespace AgencyRoi.Tests.Reports.SetUp;

/// <summary>What is missing from a client's set-up is told in the order purpose, measure, channel, facts, with the call that fills it.</summary>
public sealed class SetUpStatusTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task Each_call_that_it_names_fills_the_next_gap_until_nothing_is_missing()
    {
        var client = await app.ClientAsync(app.Alpha, "Guided", "SEK");
        List<string> seen = [await NextAsync(client)];

        var purpose = await app.PurposeAsync(app.Alpha, client);
        seen.Add(await NextAsync(client));
        var goal = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId = purpose,
                type = "CUSTOMER_EXPERIENCE",
                name = "Questions answered",
            }
        );
        seen.Add(await NextAsync(client));
        goal = await UpdateAsync(goal, indicator: "questions answered within an hour");
        seen.Add(await NextAsync(client));
        goal = await UpdateAsync(goal, stream: "SERVICE_SAVINGS");
        seen.Add(await NextAsync(client));
        await app.ValueAsync(app.Alpha, goal.Text("id"), "2025-01-01", 5m, "SEK");
        seen.Add(await NextAsync(client));
        await app.DoAsync(app.Alpha.StaffToken, "goals/ActivateGoal", new { id = goal.Text("id"), version = goal.Long("version") });
        seen.Add(await NextAsync(client));
        var channel = await app.ChannelAsync(app.Alpha, client);
        seen.Add(await NextAsync(client));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "channels/UpdateChannel",
            new
            {
                id = channel,
                version = 1,
                purposeIds = new[] { purpose },
            }
        );
        seen.Add(await NextAsync(client));
        await app.RateAsync(app.Alpha, "SEK", "USD", 0.1m, "2025-03-01", "MONTH");
        seen.Add(await NextAsync(client));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, currency: "SEK", channelId: channel));
        seen.Add(await NextAsync(client));
        await app.OutcomeAsync(app.Alpha, goal.Text("id"));
        seen.Add(await NextAsync(client));

        Assert.Equal(
            [
                "0 NO_PURPOSE goals/CreatePurpose",
                "1 PURPOSE_WITHOUT_GOAL goals/CreateGoal",
                "1 GOAL_WITHOUT_INDICATOR goals/UpdateGoal",
                "1 GOAL_WITHOUT_STREAM goals/UpdateGoal",
                "1 GOAL_WITHOUT_VALUE goals/SetGoalValue",
                "1 GOAL_NOT_ACTIVATED goals/ActivateGoal",
                "2 NO_CHANNEL channels/CreateChannel",
                "2 CHANNEL_WITHOUT_PURPOSE channels/UpdateChannel",
                "3 NO_EXCHANGE_RATE exchange-rates/SetExchangeRate",
                "3 NO_COST costs/RecordCost",
                "3 NO_VALUE goals/RecordOutcome",
                "4",
            ],
            seen
        );
    }

    [Fact]
    public async Task All_gaps_stand_at_their_steps_with_how_many_there_are_and_the_earliest()
    {
        var client = await app.ClientAsync(app.Alpha, "In gaps");
        var purpose = await app.PurposeAsync(app.Alpha, client);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.PurposeAsync(app.Alpha, client);
        var draft = await app.DraftAsync(app.Alpha, client);
        var channel = await app.ChannelAsync(app.Alpha, client, "First");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.ChannelAsync(app.Alpha, client, "Second");
        var retired = await app.ChannelAsync(app.Alpha, client, "Gone");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "channels/UpdateChannel",
            new
            {
                id = retired,
                version = 1,
                lifecycle = "RETIRED",
            }
        );

        var status = await StatusAsync(client);

        Assert.Equal(
            [
                ("PURPOSE", true, ""),
                ("MEASURE", false, "PURPOSE_WITHOUT_GOAL 2, GOAL_WITHOUT_VALUE 1"),
                ("CHANNEL", false, "CHANNEL_WITHOUT_PURPOSE 2"),
                ("FACTS", false, "NO_COST 1, NO_VALUE 1"),
            ],
            status
                .List("steps")
                .Select(step =>
                    (
                        step.Text("step"),
                        step.GetProperty("isComplete").GetBoolean(),
                        string.Join(", ", step.List("gaps").Select(gap => $"{gap.Text("code")} {gap.Long("affectedCount")}"))
                    )
                )
        );
        var measure = status.List("steps")[1].List("gaps");
        Assert.Equal(purpose, measure[0].GetProperty("purpose").Text("id"));
        Assert.Equal(draft.Text("id"), measure[1].GetProperty("goal").Text("id"));
        Assert.Equal(channel, status.List("steps")[2].List("gaps")[0].GetProperty("channel").Text("id"));
        Assert.Equal(JsonValueKind.Null, measure[0].GetProperty("goal").ValueKind);
    }

    [Fact]
    public async Task A_list_of_clients_takes_as_many_statements_for_two_as_for_ten_and_the_house_has_none()
    {
        for (var i = 0; i < 2; i++)
            await app.ClientAsync(app.Beta, $"Few {i}", "EUR");
        await AskAsync(2);
        var (few, _) = await AskAsync(2);
        for (var i = 0; i < 8; i++)
            await app.PurposeAsync(app.Beta, await app.ClientAsync(app.Beta, $"Many {i}", "EUR"));
        var (many, clients) = await AskAsync(100);

        Assert.Equal(few, many);
        Assert.Equal(10, clients.Count(client => client.Text("kind") == "CLIENT"));
        Assert.Single(clients, client => client.Text("kind") == "HOUSE");
        Assert.All(
            clients,
            client => Assert.Equal(client.Text("kind") == "HOUSE", client.GetProperty("setUpStatus").ValueKind == JsonValueKind.Null)
        );
    }

    private async Task<(int Statements, JsonElement[] Clients)> AskAsync(int first)
    {
        const string query = """
            query ($n: Int) {
              clients(first: $n, includeHouse: true) { nodes { kind setUpStatus { completedStepCount nextGap { code } } } }
            }
            """;
        using var statements = new StatementCounter(app.Database);
        var answer = await app.AskAsync(app.Beta.OwnerToken, query, new { n = first });
        return (statements.Count, answer.GetProperty("data").GetProperty("clients").List("nodes"));
    }

    private Task<JsonElement> UpdateAsync(JsonElement goal, string? indicator = null, string? stream = null)
    {
        var (id, version) = (goal.Text("id"), goal.Long("version"));
        return indicator is null
            ? app.DoAsync(
                app.Alpha.StaffToken,
                "goals/UpdateGoal",
                new
                {
                    id,
                    version,
                    stream,
                }
            )
            : app.DoAsync(
                app.Alpha.StaffToken,
                "goals/UpdateGoal",
                new
                {
                    id,
                    version,
                    indicator,
                }
            );
    }

    private async Task<string> NextAsync(string client)
    {
        var status = await StatusAsync(client);
        var gap = status.GetProperty("nextGap");
        return gap.ValueKind == JsonValueKind.Null
            ? $"{status.Long("completedStepCount")}"
            : $"{status.Long("completedStepCount")} {gap.Text("code")} {gap.Text("sampleOperation")}";
    }

    private async Task<JsonElement> StatusAsync(string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "set-up/SetUpStatus", new { client })).GetProperty("client").GetProperty("setUpStatus");
}
