using System.Security.Cryptography;
using System.Text;
using AgencyRoi.Ledger;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Periods;

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
            app.Alpha.AnalystToken,
            "costs/CorrectCost",
            new
            {
                id = cost.Text("id"),
                version = cost.Long("version"),
                amount = 900.5m,
            }
        );
        await app.DoAsync(
            app.Alpha.AnalystToken,
            "goals/RetractOutcome",
            new { id = dropped.Text("id"), version = dropped.Long("version") }
        );
        await app.RateAsync(app.Alpha, "GBP", "EUR", 1.2m, "2025-03-01", "MONTH");
        await app.ValueAsync(app.Alpha, goal, "2025-03-01", 8.01m, "EUR");
        await app.RestateAsync(client, "2025-03-01");

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
        Assert.Equal([1397.0294m, 2382.2119m, 2382.2119m, 2463.7969m, 2490.9919m], now.Amounts());
        // 900.50 + 333.33 x 1.2 = 1300.496; 2000.01 x 1.2 + 99.99 = 2500.002; 11 x 8.01 = 88.11, three quarters of it 66.0825.
        Assert.Equal([1300.496m, 2500.002m, 2500.002m, 2566.0845m, 2588.112m], restated.Amounts());
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
    public async Task A_claim_that_is_cut_after_the_closing_is_a_cause_of_its_own()
    {
        var world = await Ledger.LedgerWorld.CreateAsync(app.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(Ledger.LedgerWorld.Claiming(client, "order:1", Metrics.EvidenceGrade.C, 0.5m));
        await world.CloseAsync(client, "2025-03");
        await world.PostAsync(Ledger.LedgerWorld.Claiming(client, "order:1", Metrics.EvidenceGrade.B, 0.7m));

        var entries = await world.EntriesAsync(client);

        Assert.Equal(
            [(EntryCause.NewFact, 50m, 0), (EntryCause.NewFact, 70m, 1), (EntryCause.Claim, -50m, 1), (EntryCause.Claim, 30m, 1)],
            entries.Select(entry => (entry.Cause, entry.Client.Amount, entry.Edition))
        );
    }

    [Fact]
    public async Task One_ledger_row_altered_by_a_superuser_makes_check_name_the_month()
    {
        var client = await app.ClientAsync(app.Alpha, "Altered");
        await app.CostAsync(app.Alpha, NewCost(client, 40m, "2024-11-05"));
        await app.CloseAsync(client, "2024-11-01");
        Assert.Empty(await CheckAsync());

        await AlterAsync("client_amount = client_amount + 0.01");
        var found = await CheckAsync();
        await AlterAsync("client_amount = client_amount - 0.01");

        Assert.Contains(found, difference => difference.What == "closings");
        Assert.All(found, difference => Assert.Equal(new DateOnly(2024, 11, 1), difference.Month));
        Assert.Empty(await CheckAsync());

        Task AlterAsync(string change) =>
            app.Database.AsSuperuserAsync(
                $"update app.ledger_entries set {change} where tenant_id = '{app.Alpha.Tenant.Id}' and day = '2024-11-05'"
            );
    }

    [Fact]
    public async Task The_agencys_viewpoint_is_reported_with_the_clients()
    {
        var client = await app.ClientAsync(app.Alpha, "Both");
        await app.CostAsync(app.Alpha, NewCost(client, 500m, category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, NewCost(client, 120m, category: "STAFF_TIME", paidBy: "AGENCY"));
        await app.CloseAsync(client);

        Assert.Equal([500m, 0m, 0m, 0m, 0m], (await app.AsReportedAsync(client)).Amounts());
        Assert.Equal([120m, 500m, 500m, 500m, 500m], (await app.AsReportedAsync(client, viewpoint: "AGENCY")).Amounts());
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
