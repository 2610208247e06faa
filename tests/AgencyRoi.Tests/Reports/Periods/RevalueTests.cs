using System.Text.Json;
using AgencyRoi.Tests.Records.IndirectValue;
using AgencyRoi.Tests.Terms.People;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.Periods;

public sealed class RevalueTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Terms_dated_into_the_past_are_pending_until_they_are_restated_and_the_preview_says_what_will_be_posted()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 10m, "SERVICE_SAVINGS");
        await app.RecordOutcomeAsync(app.Alpha, goal, 4m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-02-10");
        await app.ValueAsync(app.Alpha, goal, "2025-03-01", 12.5m);

        var before = await app.RoiAsync(app.Alpha, client);
        var pending = await app.PendingAsync(client);
        var preview = await app.RevalueAsync(client, preview: true);
        Assert.Equal(before.ToString(), (await app.RoiAsync(app.Alpha, client)).ToString());
        var posted = await app.RevalueAsync(client);

        Assert.Equal(
            (1, 10m, 5m),
            (pending.GetProperty("factCount").GetInt32(), pending.Amount("amount"), pending.Amount("adjustedAmount"))
        );
        Assert.Equal(preview.GetProperty("entries").ToString(), posted.GetProperty("entries").ToString());
        var line = Assert.Single(posted.GetProperty("entries").List("nodes"));
        Assert.Equal(("OUTCOME", "2025-03-10", "VALUE"), (line.Text("sourceKind"), line.Text("day"), line.Text("cause")));
        Assert.Equal((40m, 50m), (line.Amount("posted"), line.Amount("revalued")));
        Assert.Equal(60m, (await app.RoiAsync(app.Alpha, client)).Value());
        Assert.Equal(0, (await app.PendingAsync(client)).GetProperty("factCount").GetInt32());
        Assert.Equal(0, (await app.RevalueAsync(client)).GetProperty("factCount").GetInt32());
    }

    [Fact]
    public async Task An_exchange_rate_restates_costs_sales_and_refunds_alike_and_only_from_the_day_on()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        foreach (var month in new[] { "2025-02-01", "2025-03-01", "2025-04-01" })
            await app.RateAsync(app.Alpha, "CHF", "USD", 1.1m, month, "MONTH");
        await app.CostAsync(app.Alpha, NewCost(client, 100m, "2025-02-03", "CHF"));
        await app.CostAsync(app.Alpha, NewCost(client, 100m, "2025-03-03", "CHF", "AGENCY_FEE"));
        var sale = await app.SaleAsync(app.Alpha, NewSale(client, 300m, "2025-03-05", "CHF", channelId: channel));
        await app.RefundAsync(app.Alpha, NewRefund(sale.Text("id"), 50m, "2025-04-02"));
        foreach (var month in new[] { "2025-02-01", "2025-03-01", "2025-04-01" })
            await app.RateAsync(app.Alpha, "CHF", "USD", 1.2m, month, "MONTH");

        var restated = await app.RevalueAsync(client, "2025-03-01");

        Assert.Equal(3, restated.GetProperty("factCount").GetInt32());
        Assert.Equal(
            ["COST CLIENT 110 120", "COST AGENCY 110 120", "SALE CLIENT 330 360", "REFUND CLIENT -55 -60"],
            restated.GetProperty("entries").List("nodes").Select(Text)
        );
        var roi = await app.RoiAsync(app.Alpha, client);
        Assert.Equal((230m, 300m), (roi.Amount(), roi.Value()));
    }

    [Fact]
    public async Task Evidence_factors_hold_from_their_day_for_facts_of_that_day_whenever_they_are_entered()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 100m, "AUTHORITY", "B");
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-01-02");
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-05-10");
        await PolicyAsync("2025-05-01", 0.6m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-04-30");
        await app.RecordOutcomeAsync(app.Alpha, goal, 1m, "2025-05-01");

        var before = (await app.RoiAsync(app.Alpha, client)).Value("adjusted");
        var restated = await app.RevalueAsync(client, "2025-01-01");

        Assert.Equal(75m + 75m + 75m + 60m, before);
        Assert.Equal("POLICY", Assert.Single(restated.GetProperty("entries").List("nodes")).Text("cause"));
        Assert.Equal(-15m, restated.Amounts("difference")[3]);
        Assert.Equal(75m + 60m + 75m + 60m, (await app.RoiAsync(app.Alpha, client)).Value("adjusted"));
    }

    [Fact]
    public async Task A_policy_is_a_descending_list_of_shares()
    {
        Assert.Equal(["BAD_INPUT input.factors.0.factor"], await PolicyRefusedAsync(a: 1.1m, b: 0.5m));
        Assert.Equal(["BAD_INPUT input.factors.1.factor"], await PolicyRefusedAsync(a: 0.5m, b: 0.6m));
        Assert.Equal(["BAD_INPUT input.factors.1.factor"], await PolicyRefusedAsync(a: 1m, b: 0.55555m));
        var client = await app.ClientAsync(app.Alpha);
        var restricted = await app.RestrictedTokenAsync(app.Alpha, client);
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(restricted, "periods/SetEvidencePolicy", Policy("2030-01-01", 1m, 0.5m)));
    }

    [Fact]
    public async Task A_sale_keeps_the_margin_it_was_recorded_with()
    {
        var created = await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/CreateClient",
            new
            {
                name = "Margin",
                industry = "RETAIL",
                businessModel = "B2C",
                size = "SMALL",
                currency = "USD",
                timeZone = "UTC",
                margin = 0.4m,
            }
        );
        var client = created.Text("id");
        await app.SaleAsync(app.Alpha, NewSale(client, 100m, channelId: await app.ChannelAsync(app.Alpha, client)));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id = client,
                version = created.Long("version"),
                margin = 0.9m,
            }
        );

        Assert.Equal(0, (await app.RevalueAsync(client)).GetProperty("factCount").GetInt32());
        Assert.Equal(40m, (await app.RoiAsync(app.Alpha, client)).Value());
    }

    [Fact]
    public async Task Hours_are_priced_again_by_the_rate_that_now_holds_and_say_which_one_that_is()
    {
        var client = await app.ClientAsync(app.Alpha);
        var person = await app.PersonAsync(app.Alpha);
        var old = await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(50m, "PERSON", person, to: "2025-04-01"));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(10m, "PERSON", person, kind: "OVERHEAD"));
        var hours = await app.TimeAsync(app.Alpha, client, person, 4m);
        var april = await app.TimeAsync(app.Alpha, client, person, 1m, "2025-04-01");
        await ChangeAsync(old, new { amount = 62.5m });

        Assert.Equal(240m, (await app.RoiAsync(app.Alpha, client, viewpoint: "AGENCY")).Amount());
        var restated = await app.RevalueAsync(client);

        Assert.Equal(
            ["TIME_ENTRY AGENCY OVERHEAD 40 40", "TIME_ENTRY AGENCY STAFF_TIME 200 250"],
            restated.GetProperty("entries").List("nodes").Select(StreamText)
        );
        Assert.Equal(290m, (await app.RoiAsync(app.Alpha, client, viewpoint: "AGENCY")).Amount());
        Assert.Equal(0, (await app.RevalueAsync(client)).GetProperty("factCount").GetInt32());

        // Another rate for the same hours: the first one ends before them.
        await ChangeAsync(old, new { version = 2, to = "2025-03-01" });
        var fresh = await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(70m, "PERSON", person, from: "2025-03-01", to: "2025-04-01"));
        await app.RevalueAsync(client);

        Assert.Equal(320m, (await app.RoiAsync(app.Alpha, client, viewpoint: "AGENCY")).Amount());
        Assert.Equal(fresh.Text("id"), await RateOfAsync(hours));
        Assert.Null(await RateOfAsync(april));

        Task<JsonElement> ChangeAsync(JsonElement rate, object change) =>
            app.DoAsync(app.Alpha.StaffToken, "people/UpdateHourlyRate", With(rate, change));
    }

    [Fact]
    public async Task A_subscription_is_converted_again_over_all_its_days()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.RateAsync(app.Alpha, "SEK", "USD", 0.1m, "2025-03-01");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "subscriptions/RecordToolSubscription",
            new
            {
                clientId = client,
                name = "Planner",
                from = "2025-03-01",
                to = "2025-06-01",
                amount = 1000m,
                currency = "SEK",
                paidBy = "CLIENT",
            }
        );
        await app.RateAsync(app.Alpha, "SEK", "USD", 0.11m, "2025-03-01");

        var pending = await app.PendingAsync(client);
        var line = Assert.Single((await app.RevalueAsync(client)).GetProperty("entries").List("nodes"));

        Assert.Equal((1, -10m), (pending.GetProperty("factCount").GetInt32(), pending.Amount("amount")));
        Assert.Equal(
            ("SUBSCRIPTION", "2025-03-01", "EXCHANGE_RATE", 100m, 110m),
            (line.Text("sourceKind"), line.Text("day"), line.Text("cause"), line.Amount("posted"), line.Amount("revalued"))
        );
        Assert.Equal(110m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    [Fact]
    public async Task Sales_that_a_lifetime_value_already_holds_are_converted_again_with_it()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.RateAsync(app.Alpha, "NOK", "USD", 0.1m, "2025-06-01");
        await app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1");
        var sale = await app.DoAsync(
            app.Alpha.StaffToken,
            "sales/RecordSale",
            new
            {
                clientId = client,
                type = "SALE",
                occurredOn = "2025-06-01",
                amount = 2000m,
                currency = "NOK",
                quantity = 1m,
                channelId = channel,
                contactReference = "c-2",
            }
        );
        Assert.Equal(230m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
        await app.RateAsync(app.Alpha, "NOK", "USD", 0.2m, "2025-06-01");

        var preview = await app.RevalueAsync(client, preview: true);
        var posted = await app.RevalueAsync(client);

        // (600 - 400) × 0.5 + 50 - 20, since the sale is worth 400 now.
        Assert.Equal(["REFERRAL CLIENT 230 130", "SALE CLIENT 200 400"], posted.GetProperty("entries").List("nodes").Select(Text).Order());
        Assert.Equal(preview.GetProperty("entries").ToString(), posted.GetProperty("entries").ToString());
        Assert.Equal(0, (await app.RevalueAsync(client)).GetProperty("factCount").GetInt32());

        await app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id = sale.Text("id"), version = sale.Long("version") });
        Assert.Equal(330m, (await app.StreamAsync(app.Alpha, client, "WORD_OF_MOUTH")).Value);
    }

    [Fact]
    public async Task A_token_of_some_clients_restates_all_and_is_told_nothing_of_the_agencys_side()
    {
        var client = await app.ClientAsync(app.Alpha);
        var person = await app.PersonAsync(app.Alpha);
        var rate = await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(50m, "PERSON", person));
        await app.TimeAsync(app.Alpha, client, person, 4m);
        await app.RateAsync(app.Alpha, "DKK", "USD", 0.15m, "2025-03-10");
        await app.CostAsync(app.Alpha, NewCost(client, 100m, currency: "DKK", category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, NewCost(client, 777m, currency: "DKK", paidBy: "AGENCY"));
        await app.RateAsync(app.Alpha, "DKK", "USD", 0.16m, "2025-03-10");
        await app.DoAsync(app.Alpha.StaffToken, "people/UpdateHourlyRate", With(rate, new { amount = 55m }));
        var restricted = await app.RestrictedTokenAsync(app.Alpha, client);

        foreach (var preview in new[] { true, false })
        {
            var whole = await app.RevalueAsync(client, preview: true);
            var seen = await app.DoAsync(
                restricted,
                "periods/RevalueClient",
                new
                {
                    clientId = client,
                    from = "2025-01-01",
                    preview,
                }
            );

            Assert.Equal((3, 4), (whole.GetProperty("factCount").GetInt32(), whole.GetProperty("entries").List("nodes").Length));
            Assert.Equal(1, seen.GetProperty("factCount").GetInt32());
            Assert.Equal(["COST CLIENT 15 16"], seen.GetProperty("entries").List("nodes").Select(Text));
            Assert.Equal(1m, seen.Amounts("difference")[0]);
        }
        Assert.Equal(0, (await app.RevalueAsync(client)).GetProperty("factCount").GetInt32());
    }

    private async Task<string?> RateOfAsync(JsonElement hours)
    {
        const string Document = "query ($id: ID!) { node(id: $id) { ... on TimeEntry { rate { id } } } }";
        var answer = await app.AskAsync(app.Alpha.OwnerToken, Document, new { id = hours.Text("id") });
        var rate = answer.GetProperty("data").GetProperty("node").GetProperty("rate");
        return rate.ValueKind == JsonValueKind.Null ? null : rate.Text("id");
    }

    private static System.Text.Json.Nodes.JsonObject With(JsonElement row, object change)
    {
        var input = JsonSerializer.SerializeToNode(change)!.AsObject();
        input["id"] = row.Text("id");
        input["version"] ??= row.Long("version");
        return input;
    }

    private Task<JsonElement> PolicyAsync(string effectiveFrom, decimal b) =>
        app.DoAsync(app.Alpha.OwnerToken, "periods/SetEvidencePolicy", Policy(effectiveFrom, 1m, b));

    private Task<string[]> PolicyRefusedAsync(decimal a, decimal b) =>
        app.RefusalAsync(app.Alpha.OwnerToken, "periods/SetEvidencePolicy", Policy("2030-01-01", a, b));

    [Fact]
    public async Task A_policy_has_one_factor_for_each_grade_in_any_order()
    {
        var all = GradeFactors.Of(1m, 0.75m, 0.5m, 0.25m, 0m);
        foreach (var factors in new object[][] { all[..4], [.. all, all[0]], [.. all[..4], all[0]], [] })
        {
            Assert.Equal(
                ["BAD_INPUT input.factors"],
                await app.RefusalAsync(app.Alpha.OwnerToken, "periods/SetEvidencePolicy", new { effectiveFrom = "2030-01-01", factors })
            );
        }
        var turned = new { effectiveFrom = "2031-01-01", factors = all.Reverse() };
        var policy = await app.DoAsync(app.Alpha.OwnerToken, "periods/SetEvidencePolicy", turned);
        Assert.Equal(["A", "B", "C", "D", "E"], policy.List("factors").Select(one => one.Text("grade")));
        Assert.Equal([1m, 0.75m, 0.5m, 0.25m, 0m], policy.List("factors").Select(one => one.GetProperty("factor").GetDecimal()));
    }

    private static object Policy(string effectiveFrom, decimal a, decimal b) =>
        new { effectiveFrom, factors = GradeFactors.Of(a, b, 0.5m, 0.25m, 0m) };

    private static string Text(JsonElement line) =>
        FormattableString.Invariant(
            $"{line.Text("sourceKind")} {line.Text("viewpoint")} {line.Amount("posted"):0.##} {line.Amount("revalued"):0.##}"
        );

    private static string StreamText(JsonElement line) =>
        FormattableString.Invariant(
            $"{line.Text("sourceKind")} {line.Text("viewpoint")} {line.GetProperty("valueStream").GetString() ?? line.Text("costCategory")} {line.Amount("posted"):0.##} {line.Amount("revalued"):0.##}"
        );
}
