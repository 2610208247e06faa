using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Subscriptions;

public sealed class SubscriptionTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_year_paid_in_advance_costs_each_month_its_days_and_the_year_its_whole_amount()
    {
        var client = await app.ClientAsync(app.Alpha, "Tools");
        await RecordAsync(New(client, 1200m, "2023-01-01", "2024-01-01"));
        await RecordAsync(New(client, 1200m, "2024-01-01", "2025-01-01"));

        Assert.Equal(92.05m, await CostAsync(client, "2023-02-01", "2023-03-01"));
        Assert.Equal(95.08m, await CostAsync(client, "2024-02-01", "2024-03-01"));
        Assert.Equal(1200m, await CostAsync(client, "2024-01-01", "2025-01-01"));
        Assert.Equal(3.28m, await CostAsync(client, "2024-02-29", "2024-03-01"));
        Assert.Equal(2400.0000m, await TotalAsync("Tools"));
    }

    [Fact]
    public async Task Cancelled_it_costs_the_days_of_use_and_what_was_posted_after_them_is_gone()
    {
        var client = await app.ClientAsync(app.Alpha, "Cancelled");
        var year = await RecordAsync(New(client, 365m, "2025-01-01", "2026-01-01"));

        var cancelled = await app.DoAsync(
            app.Alpha.StaffToken,
            "subscriptions/CancelToolSubscription",
            new
            {
                id = year.Text("id"),
                version = 1,
                cancelledFrom = "2025-02-01",
            }
        );
        var used = await TotalAsync("Cancelled");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "subscriptions/CancelToolSubscription",
            new
            {
                id = year.Text("id"),
                version = 2,
                cancelledFrom = "2025-02-01",
                paid = 100m,
            }
        );

        Assert.Equal(31m, cancelled.Amount("cancelledAmount"));
        Assert.Equal((31m, 100m), (used, await TotalAsync("Cancelled")));
        Assert.Equal(0m, await CostAsync(client, "2025-02-01", "2026-01-01"));
        await app.DoAsync(app.Alpha.StaffToken, "subscriptions/RetractToolSubscription", new { id = year.Text("id"), version = 3 });
        Assert.Equal(0m, await TotalAsync("Cancelled"));
    }

    [Fact]
    public async Task The_whole_term_is_converted_at_the_rate_of_its_first_day_and_both_amounts_are_kept()
    {
        var client = await app.ClientAsync(app.Alpha, "Abroad");
        await app.RateAsync(app.Alpha, "GBP", "USD", 1.25m, "2025-03-01");

        await RecordAsync(New(client, 100m, "2025-03-01", "2025-04-01", "GBP"));

        Assert.Equal(125m, await CostAsync(client, "2025-03-01", "2025-04-01"));
        Assert.Equal(
            100m,
            (decimal)
                (
                    await app.Database.AsSuperuserAsync(
                        "select sum(original_amount) from app.ledger_entries where original_currency = 'GBP'"
                    )
                )!
        );
        Assert.Equal(["NO_EXCHANGE_RATE input.currency"], await RefusedAsync(New(client, 1m, "2025-05-01", "2025-06-01", "GBP")));
    }

    [Fact]
    public async Task Bad_terms_are_refused_and_a_file_comes_in_once()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Filed", externalReference: "filed"));
        var client = await app.ClientAsync(app.Alpha, "Bad");
        const string file =
            "client,external_reference,name,from,to,amount,currency,paid_by\n"
            + "filed,s-1,Scheduler,2025-01-01,2025-02-01,31,USD,AGENCY\nfiled,s-2,Scheduler,2025-02-28,2025-02-01,31,USD,AGENCY\n";

        var report = await app.ImportAsync(app.Alpha.StaffToken, "subscriptions", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "subscriptions", file);

        Assert.Equal(((1, 0, 0, 1), (0, 0, 1, 1)), (report.Counts(), again.Counts()));
        Assert.Contains("3 to BAD_INPUT", report.Errors());
        Assert.Equal(31m, await TotalAsync("Filed"));
        Assert.Equal(["NEGATIVE_AMOUNT input.amount"], await RefusedAsync(New(client, -1m, "2025-01-01", "2025-02-01")));
        Assert.Equal(["BAD_INPUT input.to"], await RefusedAsync(New(client, 1m, "2025-01-01", "2029-02-01")));
        Assert.Equal(0m, await TotalAsync("Bad"));
    }

    private static object New(string clientId, decimal amount, string from, string to, string currency = "USD") =>
        new
        {
            clientId,
            name = "Scheduler",
            from,
            to,
            amount,
            currency,
            paidBy = "CLIENT",
        };

    private Task<System.Text.Json.JsonElement> RecordAsync(object input) =>
        app.DoAsync(app.Alpha.StaffToken, "subscriptions/RecordToolSubscription", input);

    private Task<string[]> RefusedAsync(object input) =>
        app.RefusalAsync(app.Alpha.StaffToken, "subscriptions/RecordToolSubscription", input);

    private async Task<decimal> CostAsync(string client, string from, string to) =>
        (await app.RoiAsync(app.Alpha, client, from, to)).Amount();

    private async Task<decimal> TotalAsync(string client) =>
        (decimal)
            (
                await app.Database.AsSuperuserAsync(
                    $"""
                    select coalesce(sum(e.client_amount), 0) from app.ledger_entries e
                      join app.clients c on c.tenant_id = e.tenant_id and c.id = e.client_id where c.name = '{client}'
                    """
                )
            )!;
}
