using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Comparability;

public sealed class CoverageTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Spend_is_measured_by_the_narrowest_thing_it_names_and_what_is_missing_is_listed()
    {
        var client = await app.ClientAsync(app.Alpha, "Covered");
        var page = await app.ChannelAsync(app.Alpha, client, "Page");
        var silent = await app.ChannelAsync(app.Alpha, client, "Silent");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m, "SERVICE_SAVINGS", "B", "Answers");
        await app.PricedGoalAsync(app.Alpha, client, 5m, name: "Nobody");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, channelId: page));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 50m, channelId: silent, goalId: goal));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 30m, channelId: silent));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 20m));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 300m, channelId: page));
        await app.RecordOutcomeAsync(app.Alpha, goal, 3m, "2025-03-11");
        var idle = await app.ClientAsync(app.Alpha, "Idle");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(idle, 200m));

        var report = (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "comparability/Coverage",
                new { period = Bookkeeping.Period("2025-02-01", "2025-04-01") }
            )
        )
            .GetProperty("compareClients")
            .GetProperty("coverage");
        var clients = report.List("clients").ToDictionary(each => each.GetProperty("client").Text("name"));

        // 100 by its sale, 50 by its goal, of 200; of both clients 150 of 400.
        Assert.Equal((200m, 150m, 0.75m, 0.5m, 0.25m), Shares(clients["Covered"].GetProperty("coverage")));
        Assert.Equal((200m, 0m, 0m, 0m, 0m), Shares(clients["Idle"].GetProperty("coverage")));
        Assert.Equal((400m, 150m, 0.375m, 0.25m, 0.125m), Shares(report.GetProperty("whole")));
        Assert.Equal(
            [
                ("SPEND_WITHOUT_PLACE", 20m, "Cost that names neither channel, campaign nor goal cannot be measured."),
                ("SPEND_WITHOUT_OUTCOME", 30m, "Channels, campaigns or goals have cost and nothing to show for it."),
                ("GOAL_WITHOUT_OUTCOME", null, "The goal \"Nobody\" has no outcome."),
                ("MONTH_WITHOUT_ENTRIES", null, "Nothing was recorded in 2025-02."),
            ],
            Gaps(clients["Covered"])
        );
        Assert.Equal(["NO_VALUE", "SPEND_WITHOUT_PLACE", "MONTH_WITHOUT_ENTRIES"], Gaps(clients["Idle"]).Select(gap => gap.Kind));
    }

    private static (decimal, decimal, decimal, decimal, decimal) Shares(JsonElement coverage) =>
        (
            coverage.Amount("spend"),
            coverage.Amount("measuredSpend"),
            coverage.GetProperty("withOutcomeShare").GetDecimal(),
            coverage.GetProperty("withRevenueShare").GetDecimal(),
            coverage.GetProperty("withTestShare").GetDecimal()
        );

    private static IEnumerable<(string Kind, decimal?, string)> Gaps(JsonElement client) =>
        client
            .List("gaps")
            .Select(gap =>
                (
                    gap.Text("kind"),
                    gap.GetProperty("amount").ValueKind == JsonValueKind.Null ? (decimal?)null : gap.Amount("amount"),
                    gap.Text("message")
                )
            );
}
