using System.Security.Cryptography;
using System.Text;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics;
using AgencyRoi.Tests.Ledger.Posting;
using AgencyRoi.Tests.Terms.People;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.Periods;

public sealed class AsReportedTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_agencys_side_of_a_closed_month_is_closed_to_a_token_of_one_client()
    {
        const string Document = """
            query ($id: ID!, $viewpoint: Viewpoint!) {
              client(id: $id) { asReported(month: "2025-03-01", viewpoint: $viewpoint) { closing { edition } document } }
            }
            """;
        var client = await app.ClientAsync(app.Alpha, "Margin");
        await app.CostAsync(app.Alpha, NewCost(client, 4321.09m, paidBy: "AGENCY"));
        await app.CloseAsync(client);
        var restricted = await app.RestrictedTokenAsync(app.Alpha, client);

        var whole = await app.AskAsync(app.Alpha.OwnerToken, Document, new { id = client, viewpoint = "AGENCY" });
        var own = await app.AskAsync(restricted, Document, new { id = client, viewpoint = "CLIENT" });
        var agencys = await app.AskAsync(restricted, Document, new { id = client, viewpoint = "AGENCY" });

        Assert.Contains("4321.09", whole.ToString());
        Assert.All([own, agencys], answer => Assert.DoesNotContain("4321.09", answer.ToString()));
        Assert.All([own, agencys], answer => Assert.Contains("FORBIDDEN", answer.GetProperty("errors").ToString()));
        Assert.Equal(
            0,
            own.GetProperty("data").GetProperty("client").GetProperty("asReported").GetProperty("closing").GetProperty("edition").GetInt32()
        );
    }

    [Fact]
    public async Task A_closed_month_stays_as_it_was_reported_and_every_cent_since_has_a_cause()
    {
        var client = await app.ClientAsync(app.Alpha, "Export", "EUR");
        var channel = await app.ChannelAsync(app.Alpha, client);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 7.77m, "SERVICE_SAVINGS", "B", currency: "EUR");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.1m, "2025-03-01", "MONTH");
        await app.RateAsync(app.Alpha, "GBP", "EUR", 1.1911m, "2025-03-01", "MONTH");
        await app.RateAsync(app.Alpha, "GBP", "USD", 1.3m, "2025-03-01", "MONTH");
        var cost = await app.CostAsync(app.Alpha, NewCost(client, 1000m, currency: "EUR"));
        await app.CostAsync(app.Alpha, NewCost(client, 333.33m, currency: "GBP", category: "AGENCY_FEE"));
        await app.SaleAsync(app.Alpha, NewSale(client, 2000.01m, currency: "GBP", channelId: channel));
        await app.RecordOutcomeAsync(app.Alpha, goal, 11m);
        var dropped = await app.RecordOutcomeAsync(app.Alpha, goal, 3m, "2025-03-12");
        await app.CloseAsync(client);
        var reported = await app.AsReportedAsync(client);
        Assert.Equal(reported.Amounts(), reported.GetProperty("restated").Amounts());
        Assert.Empty(reported.GetProperty("restated").List("causes"));

        // Late sales, a corrected cost, a retraction, another value, another rate: the first three count at once, the others when restated.
        await app.SaleAsync(app.Alpha, NewSale(client, 99.99m, "2025-03-30", "EUR", channelId: channel));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "costs/CorrectCost",
            new
            {
                id = cost.Text("id"),
                version = cost.Long("version"),
                amount = 900.5m,
            }
        );
        await app.DoAsync(app.Alpha.StaffToken, "goals/RetractOutcome", new { id = dropped.Text("id"), version = dropped.Long("version") });
        await app.RateAsync(app.Alpha, "GBP", "EUR", 1.2m, "2025-03-01", "MONTH");
        await app.ValueAsync(app.Alpha, goal, "2025-03-01", 8.01m, "EUR");
        await app.RevalueAsync(client, "2025-03-01");

        var now = await app.AsReportedAsync(client);
        Assert.Equal(reported.Text("document"), now.Text("document"));
        Assert.Equal(
            now.GetProperty("closing").Text("sha256"),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(now.Text("document"))))
        );
        Assert.Equal(reported.Amounts(), now.Amounts());
        Assert.Equal(reported.GetProperty("figures").ToString(), now.GetProperty("figures").ToString());
        var restated = now.GetProperty("restated");
        var causes = restated.List("causes");
        Assert.Equal(
            ["NEW_FACT", "CORRECTED_FACT", "RETRACTED_FACT", "EXCHANGE_RATE", "VALUE"],
            causes.Select(cause => cause.Text("cause"))
        );
        Assert.Equal(restated.Amounts(), Sum([now.Amounts(), .. causes.Select(cause => cause.Amounts())]));
        Assert.Equal(restated.Amounts("difference"), Sum([.. causes.Select(cause => cause.Amounts())]));
        // By hand: 1000 + 333.33 x 1.1911 = 1397.0294 paid; sales 2000.01 x 1.1911 = 2382.2119; 14 x 7.77 = 108.78 saved.
        Assert.Equal([1397.0294m, 2382.2119m, 2382.2119m, 2463.7969m, 2490.9919m, 0m], now.Amounts());
        // 900.50 + 333.33 x 1.2 = 1300.496; 2000.01 x 1.2 + 99.99 = 2500.002; 11 x 8.01 = 88.11, three quarters of it 66.0825.
        Assert.Equal([1300.496m, 2500.002m, 2500.002m, 2566.0845m, 2588.112m, 0m], restated.Amounts());
        Assert.All(
            causes,
            cause =>
                Assert.Equal(
                    (cause.Amounts()[0], cause.Amounts()[4]),
                    (SumOf(cause.GetProperty("entries"), "COST"), SumOf(cause.GetProperty("entries"), "VALUE"))
                )
        );
        Assert.Empty(await CheckAsync());
    }

    [Fact]
    public async Task The_agencys_cost_of_a_closed_month_is_restated_by_another_hourly_rate_and_every_cent_has_a_cause()
    {
        var client = await app.ClientAsync(app.Alpha, "Hours", "EUR");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.1m, "2025-03-01", "MONTH");
        await app.RateAsync(app.Alpha, "USD", "EUR", 0.9m, "2025-03-01", "MONTH");
        var person = await app.PersonAsync(app.Alpha);
        var rate = await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(33.33m, "PERSON", person));
        await app.TimeAsync(app.Alpha, client, person, 7.25m, "2025-03-03");
        await app.TimeAsync(app.Alpha, client, person, 0.1m, "2025-03-31");
        var fee = await app.CostAsync(app.Alpha, NewCost(client, 1000m, currency: "USD", category: "AGENCY_FEE"));
        var tool = await app.DoAsync(
            app.Alpha.StaffToken,
            "subscriptions/RecordToolSubscription",
            new
            {
                clientId = client,
                name = "Planner",
                from = "2025-03-20",
                to = "2025-04-11",
                amount = 100m,
                currency = "USD",
                paidBy = "AGENCY",
            }
        );
        await app.CloseAsync(client);
        var reported = await app.AsReportedAsync(client, viewpoint: "AGENCY");

        await app.DoAsync(
            app.Alpha.StaffToken,
            "people/UpdateHourlyRate",
            new
            {
                id = rate.Text("id"),
                version = rate.Long("version"),
                amount = 35m,
            }
        );
        await app.RateAsync(app.Alpha, "USD", "EUR", 0.95m, "2025-03-01", "MONTH");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "costs/CorrectCost",
            new
            {
                id = fee.Text("id"),
                version = fee.Long("version"),
                amount = 990.99m,
            }
        );
        await app.TimeAsync(app.Alpha, client, person, 1m, "2025-03-15");
        await app.RevalueAsync(client, "2025-03-01");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "subscriptions/RetractToolSubscription",
            new { id = tool.Text("id"), version = tool.Long("version") }
        );

        foreach (var viewpoint in new[] { "CLIENT", "AGENCY" })
        {
            var now = await app.AsReportedAsync(client, viewpoint: viewpoint);
            var restated = now.GetProperty("restated");
            Assert.Equal(reported.Text("document"), now.Text("document"));
            Assert.Equal(restated.Amounts(), Sum([now.Amounts(), .. restated.List("causes").Select(cause => cause.Amounts())]));
        }
        var agencys = (await app.AsReportedAsync(client, viewpoint: "AGENCY")).GetProperty("restated");
        Assert.Equal(
            ["NEW_FACT", "CORRECTED_FACT", "RETRACTED_FACT", "EXCHANGE_RATE", "TERMS"],
            agencys.List("causes").Select(cause => cause.Text("cause"))
        );
        // 7.25, 0.1 and 1 hours at 35.00, each x 0.95 at four places: 241.0625 + 3.325 + 33.25. The fee: 990.99 x 0.95.
        Assert.Equal((277.6375m, 941.4405m), (agencys.Amounts()[0], agencys.Amounts()[4]));
        Assert.Empty(await CheckAsync());
    }

    [Fact]
    public async Task A_claim_that_is_cut_after_the_closing_is_a_cause_of_its_own()
    {
        var world = await AgencyRoi.Tests.Ledger.Posting.LedgerWorld.CreateAsync(app.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(AgencyRoi.Tests.Ledger.Posting.LedgerWorld.Claiming(client, "order:1", Metrics.EvidenceGrade.C, 0.5m));
        await world.CloseAsync(client, "2025-03");
        await world.PostAsync(AgencyRoi.Tests.Ledger.Posting.LedgerWorld.Claiming(client, "order:1", Metrics.EvidenceGrade.B, 0.7m));

        var entries = await world.EntriesAsync(client);

        Assert.Equal(
            [(EntryCause.NewFact, 50m, 0), (EntryCause.NewFact, 70m, 1), (EntryCause.Claim, -50m, 1), (EntryCause.Claim, 30m, 1)],
            entries.Select(entry => (entry.Cause, entry.Client.Amount, entry.Edition))
        );
    }

    [Theory]
    [InlineData("client_amount = client_amount + 0.01", "client_amount = client_amount - 0.01")]
    [InlineData("agency_low_amount = agency_low_amount + 0.0001", "agency_low_amount = agency_low_amount - 0.0001")]
    [InlineData("quantity = quantity + 1", "quantity = quantity - 1")]
    [InlineData("edition = 1", "edition = 0")]
    [InlineData("viewpoint = 'AGENCY'", "viewpoint = 'CLIENT'")]
    [InlineData("channel_id = '00000000-0000-0000-0000-000000000001'", "channel_id = '00000000-0000-0000-0000-000000000000'")]
    public async Task One_ledger_row_altered_by_a_superuser_makes_check_name_the_month(string altered, string mended)
    {
        var client = await app.ClientAsync(app.Alpha, "Altered");
        var reference = Guid.NewGuid().ToString();
        await app.CostAsync(app.Alpha, NewCost(client, 40m, "2024-11-05", externalReference: reference));
        await app.CostAsync(app.Alpha, NewCost(client, 60m, "2024-12-05"));
        await app.CloseAsync(client, "2024-11-01");
        await app.CloseAsync(client, "2024-12-01");
        await app.SaleAsync(app.Alpha, NewSale(client, 99m, "2024-11-06", channelId: await app.ChannelAsync(app.Alpha, client)));
        Assert.Empty(await CheckAsync());

        await AlterAsync(altered);
        var found = await CheckAsync();
        await AlterAsync(mended);

        Assert.Contains(found, difference => difference.What == "closings");
        Assert.All(found, difference => Assert.Equal(new DateOnly(2024, 11, 1), difference.Month));
        Assert.All(found, difference => Assert.Contains("2024-11", difference.ToString(), StringComparison.Ordinal));
        Assert.Empty(await CheckAsync());

        Task AlterAsync(string change) =>
            app.Database.AsSuperuserAsync(
                $"""
                update app.ledger_entries e set {change} from app.costs c
                where e.tenant_id = c.tenant_id and e.source_id = c.id and c.external_reference = '{reference}'
                """
            );
    }

    [Fact]
    public async Task The_agencys_viewpoint_is_reported_with_the_clients()
    {
        var client = await app.ClientAsync(app.Alpha, "Both");
        await app.CostAsync(app.Alpha, NewCost(client, 500m, category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, NewCost(client, 120m, category: "STAFF_TIME", paidBy: "AGENCY"));
        await app.CloseAsync(client);

        Assert.Equal([500m, 0m, 0m, 0m, 0m, 0m], (await app.AsReportedAsync(client)).Amounts());
        Assert.Equal([120m, 500m, 500m, 500m, 500m, 0m], (await app.AsReportedAsync(client, viewpoint: "AGENCY")).Amounts());
    }

    private async Task<IReadOnlyList<LedgerDifference>> CheckAsync()
    {
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        return await LedgerCheck.RunAsync(session, default);
    }

    private static decimal[] Sum(IReadOnlyList<decimal[]> parts) =>
        [.. Enumerable.Range(0, parts[0].Length).Select(i => parts.Sum(part => part[i]))];

    private static decimal SumOf(System.Text.Json.JsonElement entries, string side) =>
        entries.List("nodes").Where(entry => entry.Text("side") == side).Sum(entry => entry.Amount("amount"));
}
