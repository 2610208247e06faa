using System.Globalization;
using System.Text.Json;
using AgencyRoi.Tests.Records.Contacts;

namespace AgencyRoi.Tests.Reports.Funnels;

/// <summary>What steps cost and bring by themselves, what buyers of each step paid, and the funnels of several clients.</summary>
public sealed class FunnelMoneyTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Return =
        "return { goalCount totals { cost { amount } unadjusted { value { amount } net { amount } roiPercent } } totalsUndefinedReason }";

    [Fact]
    public async Task A_step_has_the_cost_and_the_value_of_the_goals_that_bring_people_to_it()
    {
        var world = await FunnelWorld.CreateAsync(app);
        await GoalAsync(world);

        var steps = await StepsAsync(world, $"funnel(%) {{ steps {{ stage {Return} }} }}");

        // 3 outcomes of 5.00 for 6.00: 9 more than they cost, 150 %.
        Assert.Equal("LEAD 1: 6 15 9 150", steps[4]);
        Assert.All(
            steps.Where(step => !step.StartsWith("LEAD", StringComparison.Ordinal)),
            step => Assert.EndsWith(" 0: NOT_MEASURED", step)
        );
    }

    [Fact]
    public async Task A_channel_has_its_own_part_of_what_a_step_brings()
    {
        var world = await FunnelWorld.CreateAsync(app);
        await GoalAsync(world);
        await world.StageAsync("ann", "REACHED", "2025-01-10", world.Page);
        await world.StageAsync("bob", "LEAD", "2025-01-10", world.Site);

        var client = await world.AskAsync(
            app.Alpha.StaffToken,
            $"funnel(%) {{ byChannel {{ channel {{ name }} steps {{ stage {Return} }} }} }}"
        );

        Assert.Equal(
            ["Site LEAD 1: 6 15 9 150", "Page LEAD 1: 0 0 0 "],
            client
                .GetProperty("funnel")
                .List("byChannel")
                .Select(part => $"{part.GetProperty("channel").Text("name")} {StepText(part.List("steps")[4])}")
        );
    }

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData("LOST")]
    public async Task A_goal_brings_nobody_to_what_is_no_step(string stage)
    {
        var client = await app.ClientAsync(app.Alpha);
        var draft = await app.DraftAsync(app.Alpha, client);

        var answer = await app.AnswerAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                input = new
                {
                    id = draft.Text("id"),
                    version = draft.Long("version"),
                    contactStage = stage,
                },
            }
        );

        Assert.Contains("REACHED to REGULAR", answer.ToString());
    }

    [Fact]
    public async Task Sales_are_told_apart_by_how_far_the_buyer_had_come_on_the_day_of_the_sale()
    {
        var world = await FunnelWorld.FilledAsync(app);
        await SaleAsync(world, 50m, "2025-01-15", "ann"); // reached on the 10th
        var second = await SaleAsync(world, 20m, "2025-02-01", "ann"); // a lead since 20 January
        await SaleAsync(world, 100m, "2025-02-10", "bob"); // a lead since 5 February
        await SaleAsync(world, 10m, "2025-02-10", "dan"); // nothing but UNKNOWN
        await SaleAsync(world, 30m, "2025-02-10", "somebody else");
        await SaleAsync(world, 40m, "2025-02-10", null);
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(second, 5m, "2025-02-20"));

        var funnel = (
            await world.AskAsync(
                app.Alpha.StaffToken,
                "roi(%) { direct { value { amount } } } funnel(%) { salesByStage { stage buyersAreContacts saleCount value { amount } } }"
            )
        );

        Assert.Equal(
            ["LEAD True 2 115", "REACHED True 1 50", " True 1 10", " False 2 70"],
            funnel.GetProperty("funnel").List("salesByStage").Select(Text)
        );
        Assert.Equal(245m, funnel.GetProperty("roi").GetProperty("direct").Amount("value"));

        static string Text(JsonElement part) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{part.GetProperty("stage").GetString()} {part.GetProperty("buyersAreContacts").GetBoolean()} {part.Long("saleCount")} {part.Amount("value"):0.##}"
            );
    }

    [Fact]
    public async Task Funnels_side_by_side_are_those_that_one_sees_and_their_rate_is_of_the_sums()
    {
        var (one, other) = (await FunnelWorld.FilledAsync(app), await FunnelWorld.CreateAsync(app));
        await other.StageAsync("zoe", "REACHED", "2025-01-10", other.Page);
        var both = await app.RestrictedTokenAsync(app.Alpha, one.Client, other.Client);

        var compared = await CompareAsync(both);

        Assert.Equal(2, compared.Long("clientCount"));
        // 2 of 3 and none of 1 are 2 of 4; 300 of the one and nothing of the other for four.
        Assert.Equal("4 2 0.5 75", First(compared.GetProperty("all")));
        Assert.Equal(300m, compared.GetProperty("all").Amount("cost"));
        Assert.Equal(
            ["1 0 0 0", "3 2 0.666667 100"],
            compared.GetProperty("rows").List("nodes").Select(row => First(row.GetProperty("funnel"))).Order(StringComparer.Ordinal)
        );
        var page = (await CompareAsync(both, first: 1)).GetProperty("rows");
        Assert.Equal(
            (1, true, 2L),
            (page.List("nodes").Length, page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(), page.Long("totalCount"))
        );
    }

    [Fact]
    public async Task Many_clients_are_asked_in_as_many_statements_as_few()
    {
        var (one, other) = (await FunnelWorld.FilledAsync(app), await FunnelWorld.FilledAsync(app));
        var (few, many) = (
            await app.RestrictedTokenAsync(app.Alpha, one.Client),
            await app.RestrictedTokenAsync(app.Alpha, one.Client, other.Client)
        );

        Assert.Equal(await StatementsAsync(few), await StatementsAsync(many));

        // The fewest of some times: what is known of who asks may have to be looked up again meanwhile.
        async Task<int> StatementsAsync(string token)
        {
            var fewest = int.MaxValue;
            for (var time = 0; time < 4; time++)
            {
                using var statements = new StatementCounter(app.Database);
                await CompareAsync(token);
                fewest = Math.Min(fewest, statements.Count);
            }
            return fewest;
        }
    }

    private async Task<JsonElement> CompareAsync(string token, int first = 20) =>
        (
            await app.SendAsync(token, "funnel/CompareFunnels", new { period = Bookkeeping.Period("2025-01-01", "2025-03-01"), first })
        ).GetProperty("compareFunnels");

    private static string First(JsonElement funnel)
    {
        var step = funnel.List("steps")[0];
        var next = step.GetProperty("next");
        var rate = next.GetProperty("rate").GetProperty("expected").GetDecimal();
        var cost = step.GetProperty("costPerContact").Amount("amount");
        return FormattableString.Invariant($"{step.Long("contactCount")} {next.Long("contactCount")} {rate:0.######} {cost:0.##}");
    }

    private async Task GoalAsync(FunnelWorld world)
    {
        var goal = await app.PricedGoalAsync(app.Alpha, world.Client, 5m, channelId: world.Site);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id = goal,
                version = 2,
                contactStage = "LEAD",
            }
        );
        await app.OutcomeAsync(app.Alpha, goal, quantity: 3m, occurredOn: "2025-01-20");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(world.Client, 6m, "2025-01-20", channelId: world.Site, goalId: goal));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(world.Client, 70m, "2025-01-20", channelId: world.Site)); // of no goal
    }

    private async Task<string> SaleAsync(FunnelWorld world, decimal amount, string on, string? buyer) =>
        (
            await app.SaleAsync(
                app.Alpha,
                new
                {
                    clientId = world.Client,
                    type = "SALE",
                    occurredOn = on,
                    amount,
                    currency = "USD",
                    channelId = world.Site,
                    contactReference = buyer,
                }
            )
        ).Text("id");

    private async Task<List<string>> StepsAsync(FunnelWorld world, string fields) =>
        [.. (await world.AskAsync(app.Alpha.StaffToken, fields)).GetProperty("funnel").List("steps").Select(StepText)];

    private static string StepText(JsonElement step)
    {
        var brought = step.GetProperty("return");
        var totals = brought.GetProperty("totals");
        if (totals.ValueKind == JsonValueKind.Null)
            return $"{step.Text("stage")} {brought.Long("goalCount")}: {brought.Text("totalsUndefinedReason")}";
        var all = totals.GetProperty("unadjusted");
        var percent = all.GetProperty("roiPercent") is { ValueKind: JsonValueKind.Number } number ? $"{number.GetDecimal():0.##}" : "";
        return FormattableString.Invariant(
            $"{step.Text("stage")} {brought.Long("goalCount")}: {totals.Amount("cost"):0.##} {all.Amount("value"):0.##} {all.Amount("net"):0.##} {percent}"
        );
    }
}
