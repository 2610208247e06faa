using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Budgets;

public sealed class SetBudgetTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // The clock stands on 2026-01-15: fifteen of January's thirty-one days have begun.
    [Fact]
    public async Task What_is_spent_counts_up_to_today_and_for_a_campaign_with_all_below_it()
    {
        var client = await app.ClientAsync(app.Alpha, "Budgeted");
        var parent = await app.CampaignAsync(app.Alpha, client, "Launch");
        var child = await app.CampaignAsync(app.Alpha, client, "Teaser", parent);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 300m, "2026-01-10", campaignId: child));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 150m, "2026-01-15"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 999m, "2026-01-16"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 999m, "2026-01-12", paidBy: "AGENCY"));

        var whole = (await SetAsync(New(client, 620m))).GetProperty("burn");
        var launch = (await SetAsync(New(client, 1000m, campaignId: parent))).GetProperty("burn");

        Assert.Equal(
            (450m, 170m, "OVER", 930m),
            (whole.Amount("spent"), whole.Amount("remaining"), whole.Text("pace"), whole.Amount("expectedSpend"))
        );
        Assert.Equal(("2026-01-21", 0.483871m), (whole.Text("exhaustedOn"), whole.GetProperty("elapsedShare").GetDecimal()));
        Assert.Equal((300m, 0.3m, "UNDER"), (launch.Amount("spent"), launch.GetProperty("burnedShare").GetDecimal(), launch.Text("pace")));
    }

    [Fact]
    public async Task The_same_budget_is_replaced_and_another_currency_or_a_stale_version_is_refused()
    {
        var client = await app.ClientAsync(app.Alpha, "Replaced");
        var first = await SetAsync(New(client, 100m));
        var second = await SetAsync(New(client, 200m, version: 1));

        Assert.Equal((first.Text("id"), 2L, 200m), (second.Text("id"), second.Long("version"), second.Amount("amount")));
        Assert.Equal(["CONFLICT input.version"], await RefusedAsync(New(client, 300m, version: 1)));
        Assert.Equal(["MIXED_CURRENCIES input.currency"], await RefusedAsync(New(client, 300m, currency: "EUR")));
        Assert.Equal(["NEGATIVE_AMOUNT input.amount"], await RefusedAsync(New(client, -1m)));
    }

    [Fact]
    public async Task Budgets_are_filtered_ordered_paged_and_found_again_by_their_ids()
    {
        var client = await app.ClientAsync(app.Alpha, "Paged");
        string[] ids = new string[3];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = (await SetAsync(New(client, 100m, from: $"2026-01-0{i + 1}"))).Text("id");
        // Made in one millisecond, they are in no order of their own; an id's text hides its uuid.
        ids = [.. ids.OrderBy(id => Encoding.UTF8.GetString(Convert.FromBase64String(id)), StringComparer.Ordinal)];
        const string Document = """
            query ($client: ID!, $after: String, $ids: [ID!], $id: ID!) {
              node(id: $id) { id }
              client(id: $client) {
                budgets(first: 2, after: $after, where: { id: { in: $ids } }, order: [{ id: DESC }]) { pageInfo { endCursor } nodes { id } }
              }
            }
            """;

        var first = await AskAsync(
            Document,
            new
            {
                client,
                ids,
                id = ids[1],
            }
        );
        var page = first.GetProperty("client").GetProperty("budgets");
        var after = page.GetProperty("pageInfo").Text("endCursor");
        var second = await AskAsync(
            Document,
            new
            {
                client,
                ids,
                after,
                id = ids[1],
            }
        );

        Assert.Equal(ids[1], first.GetProperty("node").Text("id"));
        Assert.Equal([ids[2], ids[1]], Ids(page));
        Assert.Equal([ids[0]], Ids(second.GetProperty("client").GetProperty("budgets")));
    }

    private async Task<JsonElement> AskAsync(string document, object variables) =>
        (await app.AskAsync(app.Alpha.StaffToken, document, variables)).GetProperty("data");

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(node => node.Text("id"))];

    private static object New(
        string clientId,
        decimal amount,
        string currency = "USD",
        string? campaignId = null,
        long? version = null,
        string from = "2026-01-01"
    ) =>
        new
        {
            clientId,
            campaignId,
            from,
            to = "2026-02-01",
            amount,
            currency,
            version,
        };

    private Task<JsonElement> SetAsync(object input) => app.DoAsync(app.Alpha.StaffToken, "budgets/SetBudget", input);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "budgets/SetBudget", input);
}
