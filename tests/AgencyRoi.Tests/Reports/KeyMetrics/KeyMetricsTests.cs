using System.Globalization;
using System.Text.Json;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform;
using AgencyRoi.Reports.KeyMetrics;
using AgencyRoi.Tests.Reports.Periods;
using AgencyRoi.Tests.Returns.Advertising;

namespace AgencyRoi.Tests.Reports.KeyMetrics;

/// <summary>A short list of figures for each client, with those of the period before.</summary>
public sealed class KeyMetricsTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task Chosen_figures_are_answered_in_their_order_with_those_of_the_period_before()
    {
        var (client, goal) = await ClientAsync(app.Alpha);
        await SetAsync(
            client,
            [
                new { metric = "ROI_PERCENT", total = "UNADJUSTED" },
                new { metric = "VALUE", total = "DIRECT" },
                new { metric = "COST" },
                new { metric = "COST_PER_CLICK" },
                new { metric = "ROAS" },
                new { metric = "GOAL_PROGRESS", goalId = goal },
                new { metric = "INDICATOR", indicator = "  Enquiries  RECEIVED" },
            ]
        );

        var metrics = await ReadAsync(client, "2025-03-01", "2025-04-01");

        Assert.Equal(
            [
                "ROI_PERCENT PERCENT 50 NO_COST",
                "VALUE MONEY 150 USD 25 USD",
                "COST MONEY 100 USD 0 USD",
                "COST_PER_CLICK MONEY 0.5 USD NO_AD_SPEND",
                "ROAS RATIO 1.5 NO_AD_SPEND",
                "GOAL_PROGRESS PERCENT 35 5",
                "INDICATOR UNITS 30 5",
            ],
            metrics.Select(Line)
        );
        Assert.Equal(
            "2025-02-01 2025-03-01",
            $"{metrics[0].GetProperty("previousPeriod").Text("from")} {metrics[0].GetProperty("previousPeriod").Text("to")}"
        );
    }

    [Fact]
    public async Task A_volume_metric_is_refused_as_it_is_in_a_goal()
    {
        var (client, goal) = await ClientAsync(app.Alpha);

        Assert.Equal(
            ["VANITY_METRIC input.metrics.1.indicator"],
            await RefusedAsync(client, [new { metric = "COST" }, new { metric = "INDICATOR", indicator = "new followers" }])
        );
        var kept = (await app.DraftAsync(app.Alpha, client)).Text("id");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id = kept,
                version = 1,
                indicator = "new followers",
                keepVolumeIndicator = new { reason = "The client wants it." },
            }
        );
        Assert.Equal(
            ["VANITY_METRIC input.metrics.0.indicator"],
            await RefusedAsync(client, [new { metric = "GOAL_PROGRESS", goalId = kept }])
        );
        Assert.NotEqual(kept, goal);
    }

    [Fact]
    public async Task A_list_is_short_names_each_figure_once_and_says_of_what_it_is()
    {
        var (client, goal) = await ClientAsync(app.Alpha);
        var (other, _) = await ClientAsync(app.Alpha);
        object cost = new { metric = "COST" };

        Assert.Contains("BAD_INPUT input.metrics", await RefusedAsync(client, [.. Enumerable.Repeat(cost, 8)]));
        Assert.Equal(["BAD_INPUT input.metrics.1.metric"], await RefusedAsync(client, [cost, cost]));
        Assert.Equal(["BAD_INPUT input.metrics.0.total"], await RefusedAsync(client, [new { metric = "NET" }]));
        Assert.Equal(["BAD_INPUT input.metrics.0.goalId"], await RefusedAsync(client, [new { metric = "COST", goalId = goal }]));
        Assert.Equal(
            ["BAD_INPUT input.metrics.0.indicator"],
            await RefusedAsync(client, [new { metric = "INDICATOR", indicator = "doors painted" }])
        );
        Assert.Equal(["NOT_FOUND input.metrics.0.goalId"], await RefusedAsync(other, [new { metric = "GOAL_PROGRESS", goalId = goal }]));
        Assert.Empty(await ReadAsync(client, "2025-03-01", "2025-04-01"));
    }

    [Fact]
    public async Task An_indicator_counts_on_the_days_on_which_a_goal_had_it()
    {
        var (client, goal) = await ClientAsync(app.Alpha);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id = goal,
                version = 3,
                indicator = "offers asked for",
                effectiveFrom = "2025-03-01",
            }
        );
        await SetAsync(
            client,
            [new { metric = "INDICATOR", indicator = "enquiries received" }, new { metric = "INDICATOR", indicator = "offers asked for" }]
        );

        Assert.Equal(
            ["INDICATOR UNITS NOT_MEASURED 5", "INDICATOR UNITS 30 NOT_MEASURED"],
            (await ReadAsync(client, "2025-03-01", "2025-04-01")).Select(Line)
        );
    }

    [Fact]
    public async Task A_portal_sees_published_figures_only()
    {
        var (client, goal) = await ClientAsync(app.Alpha);
        await SetAsync(
            client,
            [new { metric = "VALUE", total = "DIRECT" }, new { metric = "ROAS" }, new { metric = "GOAL_PROGRESS", goalId = goal }]
        );
        var token = await app.PortalTokenAsync(client);
        Assert.Equal(
            [
                "VALUE MONEY NOT_PUBLISHED NOT_PUBLISHED",
                "ROAS RATIO NOT_PUBLISHED NOT_PUBLISHED",
                "GOAL_PROGRESS PERCENT NOT_PUBLISHED NOT_PUBLISHED",
            ],
            await PublishedAsync()
        );

        await app.CloseAsync(client);
        await app.PublishAsync(client);
        await app.RecordOutcomeAsync(app.Alpha, goal, 1000m, "2025-03-20");

        Assert.Equal(
            [
                "VALUE MONEY 150 USD NOT_PUBLISHED",
                "ROAS RATIO NOT_PUBLISHED NOT_PUBLISHED",
                "GOAL_PROGRESS PERCENT NOT_PUBLISHED NOT_PUBLISHED",
            ],
            await PublishedAsync()
        );

        async Task<IEnumerable<string>> PublishedAsync() =>
            (
                await app.SendAsync(
                    token,
                    "portal/PublishedKeyMetrics",
                    new { client, period = Bookkeeping.Period("2025-03-01", "2025-04-01") }
                )
            )
                .GetProperty("client")
                .List("keyMetrics")
                .Select(Line);
    }

    [Fact]
    public async Task Fifty_clients_take_as_many_statements_as_one()
    {
        var agency = await TestAgency.CreateAsync(app.Database, "key-metrics", "USD", app.Clock);
        await GrowAsync();
        await CountAsync("2024-01-01"); // looks the token up
        var one = await CountAsync();
        foreach (var _ in Enumerable.Range(0, 49))
            await GrowAsync();

        Assert.Equal(one, await CountAsync());
        // The session, the clients, their lists, goals and aims; for each of two periods sums, advertising, units and money; and the caveats of all figures.
        Assert.InRange(one, 10, 50);

        async Task GrowAsync()
        {
            var client = await app.ClientAsync(agency);
            var goal = await app.PricedGoalAsync(agency, client, 5m);
            await SetAsync(
                client,
                [
                    new { metric = "COST" },
                    new { metric = "ROAS" },
                    new { metric = "GOAL_PROGRESS", goalId = goal },
                    new { metric = "INDICATOR", indicator = "enquiries received" },
                ],
                agency
            );
        }

        async Task<int> CountAsync(string from = "2025-01-01")
        {
            using var statements = new StatementCounter(app.Database);
            await app.SendAsync(
                agency.StaffToken,
                "key-metrics/KeyMetricsOfClients",
                new { period = Bookkeeping.Period(from), first = 50 }
            );
            return statements.Count;
        }
    }

    [Fact]
    public void Every_reason_of_a_return_and_of_advertising_is_a_reason_of_a_key_metric()
    {
        var known = Enum.GetNames<KeyMetricUndefinedReason>();

        Assert.Empty(Enum.GetNames<UndefinedReason>().Concat(Enum.GetNames<AdvertisingUndefinedReason>()).Except(known));
    }

    // In February 5 enquiries at 5.00 of a goal that aims at 100; in March 30 more, and 100 spent on 200 clicks.
    private async Task<(string Client, string Goal)> ClientAsync(TestAgency agency)
    {
        var client = await app.ClientAsync(agency);
        var goal = await app.PricedGoalAsync(agency, client, 5m);
        await app.DoAsync(
            agency.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id = goal,
                version = 2,
                targetQuantity = 100m,
                effectiveFrom = "2025-01-01",
            }
        );
        await app.RecordOutcomeAsync(agency, goal, 5m, "2025-02-10");
        await app.RecordOutcomeAsync(agency, goal, 30m, "2025-03-10");
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 100m));
        await app.VolumeAsync(client, new { isPaid = true, clicks = 200m });
        return (client, goal);
    }

    private Task<JsonElement> SetAsync(string clientId, object[] metrics, TestAgency? agency = null) =>
        app.DoAsync((agency ?? app.Alpha).StaffToken, "key-metrics/SetKeyMetricList", new { clientId, metrics });

    private Task<string[]> RefusedAsync(string clientId, object[] metrics) =>
        app.RefusalAsync(app.Alpha.StaffToken, "key-metrics/SetKeyMetricList", new { clientId, metrics });

    private async Task<JsonElement[]> ReadAsync(string client, string from, string to) =>
        (await app.SendAsync(app.Alpha.StaffToken, "key-metrics/KeyMetrics", new { client, period = Bookkeeping.Period(from, to) }))
            .GetProperty("client")
            .List("keyMetrics");

    private static string Line(JsonElement metric) =>
        $"{metric.GetProperty("choice").Text("metric")} {metric.Text("unit")} {Value(metric.GetProperty("current"))} {Value(metric.GetProperty("previous"))}";

    private static string Value(JsonElement figure) =>
        figure.GetProperty("value") is { ValueKind: JsonValueKind.Number } value
            ? value.GetDecimal().ToString("0.####", CultureInfo.InvariantCulture)
        : figure.GetProperty("amount") is { ValueKind: JsonValueKind.Object } money
            ? string.Create(CultureInfo.InvariantCulture, $"{money.GetProperty("amount").GetDecimal():0.####} {money.Text("currencyCode")}")
        : figure.Text("undefinedReason");
}
