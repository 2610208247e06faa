using System.Text.Json;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Records.Costs;

/// <summary>What a platform gives back is a credit: named wherever it is shown, and minus its amount wherever cost is counted.</summary>
public sealed class CreditTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly object March = Bookkeeping.Period("2025-03-01", "2025-04-01");

    [Fact]
    public async Task A_negative_cost_of_a_file_is_a_credit_and_counts_against_its_category()
    {
        var client = await FiledAsync("lindenhof");
        const string file =
            "client,external_reference,date,category,amount,currency\n"
            + "lindenhof,bill,2025-03-09,AD_SPEND,100.00,USD\nlindenhof,neg1,2025-03-10,AD_SPEND,-25.00,USD\n";

        var report = await app.ImportAsync(app.Alpha.StaffToken, "costs", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "costs", file);
        var credits = await ListAsync(client, new { isCredit = new { eq = true } });
        var all = await ListAsync(client, null);
        var roi = await app.RoiAsync(app.Alpha, client);

        Assert.Equal(((2, 0, 0, 0), (0, 0, 2, 0)), (report.Counts(), again.Counts()));
        var credit = Assert.Single(credits);
        Assert.Equal(("neg1", 25m, true), (credit.Text("externalReference"), credit.Amount("amount"), IsCredit(credit)));
        Assert.Equal([true, false], all.Select(IsCredit));
        Assert.Equal(75m, roi.Amount());
        Assert.Equal(
            ("AD_SPEND", 75m),
            Assert.Single(roi.List("byCostCategory")) is var part ? (part.Text("category"), part.Amount()) : default
        );
        Assert.Equal([("cost-entry", 100m), ("cost-credit", -25m)], await EntriesAsync(client));
    }

    [Fact]
    public async Task A_credit_is_corrected_and_retracted_like_any_cost_and_restating_changes_nothing()
    {
        var client = await app.ClientAsync(app.Alpha, "Corrected");
        var credit = await app.DoAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 25m, "c-1"));

        Assert.Equal(0, (await app.RevalueAsync(client, preview: true)).GetProperty("entries").Long("totalCount"));
        var larger = await CorrectAsync(credit, new { amount = 30m });
        Assert.Equal((30m, true, -30m), (larger.Amount("amount"), IsCredit(larger), (await app.RoiAsync(app.Alpha, client)).Amount()));
        var cost = await CorrectAsync(larger, new { isCredit = false });
        Assert.Equal((30m, false, 30m), (cost.Amount("amount"), IsCredit(cost), (await app.RoiAsync(app.Alpha, client)).Amount()));
        var again = await app.DoAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 25m, "c-1"));
        await app.DoAsync(app.Alpha.StaffToken, "costs/RetractCost", new { id = again.Text("id"), version = again.Long("version") });

        Assert.Equal((credit.Text("id"), 0m), (again.Text("id"), (await app.RoiAsync(app.Alpha, client)).Amount()));
        Assert.Equal([-25m, 25m, -30m, 30m, 30m, -30m, -25m, 25m], (await EntriesAsync(client)).Select(entry => entry.Amount));
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        Assert.Empty(await LedgerCheck.RunAsync(session, default));
    }

    [Fact]
    public async Task A_cost_below_zero_is_told_what_a_credit_is_and_a_credit_of_nothing_is_refused()
    {
        var client = await app.ClientAsync(app.Alpha, "Refused");

        var negative = (
            await app.SendAsync(app.Alpha.StaffToken, "costs/RecordCost", new { input = Bookkeeping.NewCost(client, -25m) })
        ).GetProperty("recordCost");

        var error = Assert.Single(negative.List("errors"));
        Assert.Equal("NEGATIVE_AMOUNT", error.Text("code"));
        Assert.Contains("isCredit", error.Text("message"), StringComparison.Ordinal);
        Assert.Equal(
            ["BAD_INPUT input.amount"],
            await app.RefusalAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 0m, "c-2"))
        );
        Assert.Equal(
            ["NEGATIVE_AMOUNT input.amount"],
            await app.RefusalAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, -1m, "c-2"))
        );
    }

    [Fact]
    public async Task More_credited_than_spent_leaves_no_return_with_its_reason_and_the_category_is_known()
    {
        var client = await app.ClientAsync(app.Alpha, "Credited");
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 300m, channelId: channel));
        await app.DoAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 25m, "c-3"));

        var roi = await app.RoiAsync(app.Alpha, client);
        var row = (await app.CompareAsync(app.Alpha.OwnerToken))
            .List("rows")
            .Single(row => row.GetProperty("client").Text("name") == "Credited");
        var gaps = (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "cost-completeness/CostCompleteness",
                new
                {
                    client,
                    period = March,
                    viewpoint = "CLIENT",
                }
            )
        ).GetProperty("client").GetProperty("costCompleteness").List("gaps").Select(gap => gap.Text("category"));

        Assert.Equal((-25m, 325m), (roi.Amount(), roi.GetProperty("unadjusted").Amount("net")));
        Assert.Equal((300m, null, "NEGATIVE_COST"), roi.Figure());
        Assert.Equal(JsonValueKind.Null, Assert.Single(roi.List("byCostCategory")).GetProperty("costShare").ValueKind);
        Assert.Equal("NO_RETURN", row.Text("unrankedReason"));
        Assert.DoesNotContain("AD_SPEND", gaps);
        Assert.Equal(
            ["COST_EXISTS"],
            (
                await app.RefusalAsync(
                    app.Alpha.StaffToken,
                    "cost-completeness/RecordNoCostDeclaration",
                    new
                    {
                        clientId = client,
                        month = "2025-03-01",
                        category = "AD_SPEND",
                    }
                )
            ).Select(refusal => refusal.Split(' ')[0])
        );
    }

    [Fact]
    public async Task A_credit_gives_a_budget_its_money_back()
    {
        var client = await app.ClientAsync(app.Alpha, "Budgeted");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, "2026-01-05"));
        await app.DoAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 120m, "c-4", "2026-01-10"));

        var burn = (
            await app.DoAsync(
                app.Alpha.StaffToken,
                "budgets/SetBudget",
                new
                {
                    clientId = client,
                    from = "2026-01-01",
                    to = "2026-02-01",
                    amount = 500m,
                    currency = "USD",
                }
            )
        ).GetProperty("burn");

        Assert.Equal((-20m, 520m, "UNDER"), (burn.Amount("spent"), burn.Amount("remaining"), burn.Text("pace")));
        Assert.Equal((-0.04m, null), (burn.GetProperty("burnedShare").GetDecimal(), burn.GetProperty("exhaustedOn").GetString()));
    }

    [Fact]
    public async Task A_credit_of_the_house_account_is_divided_with_its_cost_and_spend_below_zero_weighs_nothing()
    {
        var (spender, credited) = (await app.ClientAsync(app.Beta, "Spender", "EUR"), await app.ClientAsync(app.Beta, "Returned", "EUR"));
        var answer = await app.AskAsync(app.Beta.StaffToken, "{ clients(includeHouse: true, first: 100) { nodes { id kind } } }");
        var house = answer.GetProperty("data").GetProperty("clients").List("nodes").Single(one => one.Text("kind") == "HOUSE").Text("id");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(spender, 50m, currency: "EUR"));
        await DoAsync(Credit(credited, 10m, "c-5", currency: "EUR"));
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(house, 100m, "2025-03-10", "EUR", "PLATFORM", "AGENCY"));
        await DoAsync(Credit(house, 40m, "c-6", currency: "EUR", category: "PLATFORM", paidBy: "AGENCY"));

        var divided = await AllocateAsync();
        await DoAsync(Credit(house, 70m, "c-7", currency: "EUR", category: "PLATFORM", paidBy: "AGENCY"));
        var nothing = await AllocateAsync();

        Assert.Equal((60m, 60m), (divided.Amount("pool"), divided.Amount("allocated")));
        Assert.Equal(
            60m,
            divided.GetProperty("shares").List("nodes").Single(share => share.GetProperty("client").Text("id") == spender).Amount("amount")
        );
        Assert.Equal((-10m, 0m), (nothing.Amount("pool"), nothing.Amount("allocated")));

        Task<JsonElement> DoAsync(object credit) => app.DoAsync(app.Beta.StaffToken, "costs/RecordCredit", credit);
        Task<JsonElement> AllocateAsync() =>
            app.DoAsync(
                app.Beta.StaffToken,
                "shared-costs/RecordCostAllocation",
                new
                {
                    month = "2025-03-01",
                    category = "PLATFORM",
                    basis = "SPEND",
                }
            );
    }

    [Fact]
    public async Task A_fee_that_is_credited_is_less_cost_of_the_client_and_less_revenue_of_the_agency()
    {
        var client = await app.ClientAsync(app.Alpha, "Fee");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 1000m, category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 300m, category: "STAFF_TIME", paidBy: "AGENCY"));
        await app.DoAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 200m, "c-8", category: "AGENCY_FEE"));

        var margin = (await app.SendAsync(app.Alpha.StaffToken, "agency-margin/AgencyMargin", new { period = March }))
            .GetProperty("clients")
            .List("nodes")
            .Single(node => node.Text("name") == "Fee")
            .GetProperty("agencyMargin");

        Assert.Equal(800m, (await app.RoiAsync(app.Alpha, client)).Amount());
        Assert.Equal(
            (800m, 500m, 62.5m),
            (margin.Amount("revenue"), margin.Amount("profit"), margin.GetProperty("marginPercent").GetDecimal())
        );
    }

    [Fact]
    public async Task A_place_with_more_credited_than_spent_takes_nothing_off_the_spend_that_can_be_measured()
    {
        var client = await app.ClientAsync(app.Alpha, "Covered by credit");
        var page = await app.ChannelAsync(app.Alpha, client, "Page");
        var other = await app.ChannelAsync(app.Alpha, client, "Other");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, channelId: page));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 300m, channelId: page));
        await app.DoAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 25m, "c-9", channelId: other));

        var coverage = (await app.SendAsync(app.Alpha.StaffToken, "comparability/Coverage", new { period = March }))
            .GetProperty("compareClients")
            .GetProperty("coverage")
            .List("clients")
            .Single(each => each.GetProperty("client").Text("name") == "Covered by credit");

        Assert.Equal(1m, coverage.GetProperty("coverage").GetProperty("withOutcomeShare").GetDecimal());
        Assert.DoesNotContain(coverage.List("gaps"), gap => gap.Text("kind").StartsWith("SPEND", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_portal_reads_the_cost_less_credits_and_the_reason_for_no_return()
    {
        var client = await app.ClientAsync(app.Alpha, "Portal");
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 300m, channelId: channel));
        await app.DoAsync(app.Alpha.StaffToken, "costs/RecordCredit", Credit(client, 25m, "c-10", channelId: channel));
        await app.CloseAsync(client);
        await app.PublishAsync(client);

        var roi = (await app.SendAsync(await app.PortalTokenAsync(client), "portal/PublishedRoi", new { client, period = March }))
            .GetProperty("client")
            .GetProperty("roi");

        Assert.Equal((-25m, (300m, null, "NEGATIVE_COST")), (roi.Amount(), roi.Figure()));
        Assert.Equal([-25m], roi.List("byChannel").Select(part => part.Amount()));
    }

    [Fact]
    public async Task A_credit_for_training_is_spread_as_the_training_is()
    {
        var client = await app.ClientAsync(app.Alpha, "Spread");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "costs/RecordCredit",
            new
            {
                clientId = client,
                category = "TRAINING",
                occurredOn = "2025-01-01",
                amount = 365m,
                currency = "USD",
                paidBy = "CLIENT",
                isCredit = true,
                spreadMonths = 12,
            }
        );

        Assert.Equal(-31m, (await app.RoiAsync(app.Alpha, client, "2025-01-01", "2025-02-01")).Amount());
        Assert.Equal(-365m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    private static object Credit(
        string clientId,
        decimal amount,
        string externalReference,
        string occurredOn = "2025-03-10",
        string currency = "USD",
        string category = "AD_SPEND",
        string paidBy = "CLIENT",
        string? channelId = null
    ) =>
        new
        {
            clientId,
            category,
            occurredOn,
            amount,
            currency,
            paidBy,
            channelId,
            isCredit = true,
            externalReference,
        };

    private static bool IsCredit(JsonElement cost) => cost.GetProperty("isCredit").GetBoolean();

    private async Task<string> FiledAsync(string key) =>
        (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Filed", externalReference: key))).Text("id");

    private async Task<JsonElement[]> ListAsync(string client, object? where) =>
        (await app.SendAsync(app.Alpha.OwnerToken, "costs/Costs", new { client, where }))
            .GetProperty("client")
            .GetProperty("costs")
            .List("nodes");

    private Task<JsonElement> CorrectAsync(JsonElement cost, object change) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "costs/CorrectCost",
            JsonSerializer
                .SerializeToNode(change)!
                .AsObject()
                .Append(new("id", cost.Text("id")))
                .Append(new("version", cost.Long("version")))
                .ToDictionary(field => field.Key, field => field.Value)
        );

    private async Task<(string Method, decimal Amount)[]> EntriesAsync(string client) =>
        [
            .. (await app.EntriesAsync(app.Alpha, client))
                .OrderBy(entry => entry.Long("ledgerVersion"))
                .Select(entry => (entry.Text("method"), entry.Amount("amount"))),
        ];
}
