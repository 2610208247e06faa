using System.Text.Json;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Tests.Ledger.Posting;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Checks;

/// <summary>
/// A check has as much to do as the ledger is long: it was quadratic in the claims of a client, and without a verdict on 40,000 sales. Here are a hundredth of
/// them.
/// </summary>
public sealed class LedgerCheckWorkTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const int Sales = 400;

    // With little memory the planner prefers for so few rows what it prefers for a hundred times as many with the usual memory.
    private const string AsForMany = "set local work_mem = '64kB'; set local random_page_cost = 1.1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_step_of_a_check_handles_many_times_the_rows_of_the_ledger()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync([.. Enumerable.Range(0, Sales).Select(sale => Sale(client, "2025-01-11", 1m + sale))]);
        await world.Database.AsSuperuserAsync("analyze app.ledger_entries; analyze app.claims");

        await world.ReadAsync(async session =>
        {
            await using (var planner = session.Command(AsForMany))
                await planner.ExecuteNonQueryAsync(Token);
            await LedgerCheckQuery.PrepareAsync(session, Token);
            foreach (var query in LedgerCheckQuery.All)
            {
                await using var command = await LedgerCheckQuery.CommandAsync(session, query, Token);
                command.CommandText = "explain (analyze, format json, timing off) " + command.CommandText;
                using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(Token))!);
                // What the fixture's other ledgers have is in the tables too; seven amounts a claim are the most that one row becomes.
                Assert.All(StepsOf(plan.RootElement[0].GetProperty("Plan")), step => Assert.InRange(RowsOf(step), 0, 10 * Sales));
            }
            return true;
        });
    }

    private static IEnumerable<JsonElement> StepsOf(JsonElement step) =>
        step.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(StepsOf).Prepend(step) : [step];

    private static double RowsOf(JsonElement step) =>
        step.GetProperty("Actual Loops").GetDouble()
        * (
            step.GetProperty("Actual Rows").GetDouble()
            + (step.TryGetProperty("Rows Removed by Join Filter", out var removed) ? removed.GetDouble() : 0)
        );
}
