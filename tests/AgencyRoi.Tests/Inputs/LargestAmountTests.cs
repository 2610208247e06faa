using System.Net;
using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Inputs;

/// <summary>
/// 10^13 of any currency is kept to its last place and stays an amount in every answer; what is larger, or comes to more than is kept, is refused with
/// the number where that ends.
/// </summary>
public sealed class LargestAmountTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const decimal Largest = 10_000_000_000_000m;
    private const string Stated = "10,000,000,000,000 (10^13)";
    private const string Ledger = "1,000,000,000,000,000,000,000,000 (10^24)";

    [Fact]
    public async Task The_largest_amount_is_kept_with_all_its_places_and_converted_to_the_last_one()
    {
        var client = await app.ClientAsync(app.Alpha, "Weaver", "VND");
        await app.RateAsync(app.Alpha, "KWD", "VND", 85_123.4567m, "2025-03-10");
        await app.RateAsync(app.Alpha, "KWD", "USD", 3.25m, "2025-03-10");
        var exact = Largest - 0.0000000001m;

        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, exact, currency: "KWD"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, Largest, "2025-03-10", "KWD", "OTHER"));
        var roi = await app.RoiAsync(app.Alpha, client);
        var entry = (await app.EntriesAsync(app.Alpha, client)).MaxBy(row => row.Amount("amount"));

        Assert.Equal("9999999999999.9999999999", Raw(cost.GetProperty("amount")));
        Assert.Equal("1702469134000000000", Raw(roi.GetProperty("cost")));
        Assert.Equal("10000000000000.0000", Raw(entry.GetProperty("originalAmount")));
        Assert.Equal(65_000_000_000_000m, (await app.CompareAsync(app.Alpha.OwnerToken)).List("rows").Single(Is("Weaver")).Amount());
    }

    [Theory]
    [InlineData("costs/RecordCost", "amount")]
    [InlineData("sales/RecordSale", "amount")]
    [InlineData("budgets/SetBudget", "amount")]
    [InlineData("subscriptions/RecordToolSubscription", "amount")]
    [InlineData("people/CreateHourlyRate", "amount")]
    [InlineData("traffic/SetKeywordPrice", "amount")]
    public async Task A_larger_amount_is_refused_wherever_one_is_given_and_the_largest_is_taken(string operation, string field)
    {
        var client = await app.ClientAsync(app.Alpha, operation);

        var refused = await ErrorsAsync(operation, Input(operation, client, Largest + 0.01m));
        var taken = await ErrorsAsync(operation, Input(operation, client, Largest));

        var (code, path, message) = Assert.Single(refused);
        Assert.Equal(("BAD_INPUT", $"input.{field}"), (code, path));
        Assert.Contains(Stated, message, StringComparison.Ordinal);
        Assert.Empty(taken);
    }

    [Fact]
    public async Task A_number_of_a_stream_is_held_to_the_same_bound()
    {
        var client = await app.ClientAsync(app.Alpha, "Streams");

        var (code, path, message) = Assert.Single(
            await ErrorsAsync(
                "stream-facts/RecordLearning",
                new
                {
                    clientId = client,
                    occurredOn = "2025-03-10",
                    evidenceGrade = "C",
                    content = new
                    {
                        kind = "REUSE",
                        subject = "How to bake",
                        uses = 2m,
                        hours = new { expected = 1m },
                        hourlyCost = Largest + 1m,
                        currency = "USD",
                    },
                }
            )
        );

        Assert.Equal(("BAD_INPUT", "input.content.hourlyCost"), (code, path));
        Assert.Contains(Stated, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_quantity_or_a_rate_carries_past_the_ledger_is_refused_with_its_field_and_number()
    {
        var client = await app.ClientAsync(app.Alpha, "Carried");
        var goal = await app.PricedGoalAsync(app.Alpha, client, Largest);
        await app.RateAsync(app.Alpha, "BHD", "OMR", 9_000_000_000m, "2025-03-10");
        await app.RateAsync(app.Alpha, "OMR", "USD", 9_000_000_000m, "2025-03-10");

        var byQuantity = Assert.Single(await ErrorsAsync("goals/RecordOutcome", Outcome(goal, 900_000_000_000m)));
        var byRate = Assert.Single(await ErrorsAsync("costs/RecordCost", Bookkeeping.NewCost(client, 1m, currency: "BHD")));

        Assert.Equal(("BAD_INPUT", "input.quantity"), (byQuantity.Code, byQuantity.Path));
        Assert.Contains(Ledger, byQuantity.Message, StringComparison.Ordinal);
        Assert.Equal(("BAD_INPUT", "input.currency"), (byRate.Code, byRate.Path));
        Assert.Contains("1,000,000,000,000 (10^12)", byRate.Message, StringComparison.Ordinal);
        Assert.Equal(0m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    [Fact]
    public async Task What_a_sum_carries_past_the_ledger_is_refused_by_name_and_nothing_of_it_stands()
    {
        var client = (
            await app.DoAsync(
                app.Beta.StaffToken,
                "clients/CreateClient",
                Clientele.NewClient("Summed", "EUR", externalReference: "summed")
            )
        ).Text("id");
        await app.RateAsync(app.Beta, "KWD", "EUR", 9_999_999_999m, "2025-03-10");
        for (var i = 0; i < 10; i++)
            await app.CostAsync(app.Beta, Bookkeeping.NewCost(client, Largest, currency: "KWD"));
        var before = await app.RoiAsync(app.Beta, client);

        var past = await app.AnswerAsync(
            app.Beta.StaffToken,
            "costs/RecordCost",
            new { input = Bookkeeping.NewCost(client, Largest, "2025-03-11", "KWD") }
        );
        var (status, report) = await app.PostFileAsync(
            app.Beta.StaffToken,
            "costs",
            "client,external_reference,date,category,amount,currency\n"
                + string.Concat(Enumerable.Range(0, 2).Select(i => $"summed,sum-{i},2025-03-10,AD_SPEND,{Largest},KWD\n"))
        );

        Assert.Equal("999999999900000000000000.00", Raw(before.GetProperty("cost")));
        var error = Assert.Single(past.List("errors"));
        Assert.Equal("AMOUNT_TOO_LARGE", error.GetProperty("extensions").Text("code"));
        Assert.Contains(Ledger, error.Text("message"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("AMOUNT_TOO_LARGE", report.GetProperty("interrupted").Text("code"));
        Assert.Contains(Ledger, report.GetProperty("interrupted").Text("message"), StringComparison.Ordinal);
        Assert.Equal(before.ToString(), (await app.RoiAsync(app.Beta, client)).ToString());
    }

    [Fact]
    public async Task A_ratio_that_no_number_holds_is_refused_by_name()
    {
        var client = await app.ClientAsync(app.Alpha, "Ratio");
        var goal = await app.PricedGoalAsync(app.Alpha, client, Largest);
        await app.RecordOutcomeAsync(app.Alpha, goal, 90_000_000_000m);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 0.0001m));

        var answer = await app.AnswerAsync(
            app.Alpha.StaffToken,
            "client-roi/ClientRoi",
            new
            {
                client,
                period = Bookkeeping.Period(),
                viewpoint = "CLIENT",
            }
        );

        Assert.All(answer.List("errors"), error => Assert.Equal("AMOUNT_TOO_LARGE", error.GetProperty("extensions").Text("code")));
        Assert.NotEmpty(answer.List("errors"));
    }

    private static object Input(string operation, string client, decimal amount) =>
        operation switch
        {
            "costs/RecordCost" => Bookkeeping.NewCost(client, amount),
            "sales/RecordSale" => Bookkeeping.NewSale(client, amount),
            "budgets/SetBudget" => new
            {
                clientId = client,
                from = "2026-01-01",
                to = "2026-02-01",
                amount,
                currency = "USD",
            },
            "subscriptions/RecordToolSubscription" => new
            {
                clientId = client,
                name = "Scheduler",
                from = "2025-01-01",
                to = "2026-01-01",
                amount,
                currency = "USD",
                paidBy = "CLIENT",
            },
            "people/CreateHourlyRate" => new
            {
                kind = "LABOUR",
                level = "DEFAULT",
                from = "2020-01-01",
                amount,
                currency = "USD",
            },
            "traffic/SetKeywordPrice" => new
            {
                clientId = client,
                keyword = "bread",
                country = "US",
                month = "2025-03-01",
                amount,
                currency = "USD",
                source = "the test",
            },
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };

    private static object Outcome(string goalId, decimal quantity) =>
        new
        {
            goalId,
            occurredOn = "2025-03-10",
            quantity,
        };

    private static Func<JsonElement, bool> Is(string client) => row => row.GetProperty("client").Text("name") == client;

    private static string Raw(JsonElement money) => money.GetProperty("amount").GetRawText();

    private async Task<(string Code, string Path, string Message)[]> ErrorsAsync(string operation, object input)
    {
        var payload = (await app.SendAsync(app.Alpha.StaffToken, operation, new { input })).EnumerateObject().Single().Value;
        return payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            ? [.. errors.EnumerateArray().Select(error => (error.Text("code"), Path(error), error.Text("message")))]
            : [];
    }

    private static string Path(JsonElement error) =>
        string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()));
}
