using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>
/// Restating asks for the facts whose terms changed, not for all. A few hundred facts are enough to count what is done; how long it takes with very many:
/// <c>RESTATED_FACTS=50000 dotnet run --project tests/AgencyRoi.Tests -c Release -- -class AgencyRoi.Tests.Reports.Periods.ManyFactsTests -showLiveOutput</c>.
/// </summary>
public sealed class ManyFactsTests(AgencyApp app, ITestOutputHelper output) : IClassFixture<AgencyApp>
{
    // Three or so for each of nine kinds, and those of the request itself.
    private const int MostStatements = 36;

    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("RESTATED_FACTS") ?? "300",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task Only_facts_whose_terms_changed_are_valued_again_and_in_as_many_statements_as_there_are_kinds()
    {
        var many = await ManyFacts.EnterAsync(app, Count);

        Assert.Equal((0, 0), await ValuedAsync(many));
        await AskedAsync("nothing changed", many);

        await app.RateAsync(app.Alpha, "EUR", "USD", 1.2m, "2025-12-01", "MONTH");
        var (valued, changed) = await ValuedAsync(many);
        Assert.Equal(changed, valued);
        Assert.InRange(changed, 1, many.Count / 10);
        await AskedAsync("a month's rate", many);

        for (var month = 1; month <= 12; month++)
            await app.RateAsync(app.Alpha, "EUR", "USD", 1.17m + month / 1000m, $"2025-{month:00}-01", "MONTH");
        await app.ValueAsync(app.Alpha, many.Goal, "2025-01-01", 12.5m);
        await AskedAsync("all rates and the goal's value", many);
        Assert.InRange(await MeasuredAsync("all rates and the goal's value, caveats", () => CaveatsAsync(many)), 1, MostStatements);
        // A month at a time from the last one back, as a restatement of too much says.
        for (var month = 12; month >= 1; month--)
            await MeasuredAsync(
                $"all rates and the goal's value, restated from month {month} on",
                () => app.RevalueAsync(many.Client, $"2025-{month:00}-01")
            );
        Assert.Equal((0, 0), await ValuedAsync(many));
    }

    private async Task<(int Valued, int Changed)> ValuedAsync(ManyFacts facts)
    {
        var (valued, entries) = await app.RevaluedAsync(app.Alpha, IsolationWorld.KeyOf(facts.Client));
        return (valued, entries.Select(entry => entry.SourceId).Distinct().Count());
    }

    private async Task<JsonElement> CaveatsAsync(ManyFacts facts)
    {
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            "query($client: ID!, $period: PeriodInput!) { client(id: $client) { roi(period: $period) { adjusted { caveats } byStream { stream caveats } } } }",
            new { client = facts.Client, period = Bookkeeping.Period() }
        );
        Assert.Contains("PENDING_REVALUATION", answer.GetProperty("data").ToString());
        return answer;
    }

    // More than once: after some turns the server plans a statement for any number of facts.
    private async Task AskedAsync(string what, ManyFacts facts)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.InRange(await MeasuredAsync($"{what}, pending", () => app.PendingAsync(facts.Client)), 1, MostStatements);
            Assert.InRange(await MeasuredAsync($"{what}, preview", () => app.RevalueAsync(facts.Client, preview: true)), 1, MostStatements);
        }
    }

    private async Task<int> MeasuredAsync(string what, Func<Task<JsonElement>> operation)
    {
        using var statements = new StatementCounter(app.Database);
        var (allocated, watch) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        await operation();
        output.WriteLine(
            $"{what}: {watch.ElapsedMilliseconds} ms, {(GC.GetTotalAllocatedBytes() - allocated) / 1_000_000} MB, {statements.Count} statements"
        );
        return statements.Count;
    }
}
