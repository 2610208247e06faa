using AgencyRoi.Ledger.Entries;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Tests.Isolation;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>A caveat looks at facts and entries of those days alone on which something may be worth something else.</summary>
public sealed class OpenDaysTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Facts = 300;

    [Fact]
    public async Task No_day_is_open_and_no_entry_is_read_while_all_terms_hold()
    {
        var many = await ManyFacts.EnterAsync(app, Facts);

        Assert.Empty((await CandidatesAsync(many)).Days);
        using var statements = new StatementCounter(app.Database);
        await app.AskAsync(
            app.Alpha.StaffToken,
            "query($client: ID!, $period: PeriodInput!) { client(id: $client) { roi(period: $period) { adjusted { caveats } tree { nodes { key } } } } }",
            new { client = many.Client, period = Bookkeeping.Period() }
        );

        Assert.DoesNotContain(statements.Texts, text => text.Contains("array_agg(e.source_id)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rate_opens_the_days_of_its_month()
    {
        var many = await ManyFacts.EnterAsync(app, Facts);

        await app.RateAsync(app.Alpha, "EUR", "USD", 1.3m, "2025-06-01", "MONTH");

        var days = (await CandidatesAsync(many)).Days;
        Assert.Contains(days, day => day.Kind == SourceKind.Cost);
        Assert.All(days, day => Assert.Equal((2025, 6), (day.Day.Year, day.Day.Month)));
    }

    [Fact]
    public async Task A_value_opens_the_days_of_its_goals_outcomes_from_its_own_day_on()
    {
        var many = await ManyFacts.EnterAsync(app, Facts);

        await app.ValueAsync(app.Alpha, many.Goal, "2025-10-01", 9m);

        var days = (await CandidatesAsync(many)).Days;
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.Equal(SourceKind.Outcome, day.Kind));
        Assert.All(days, day => Assert.InRange(day.Day, new DateOnly(2025, 10, 1), new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public async Task Terms_that_swap_their_prices_open_their_month()
    {
        var client = await app.ClientAsync(app.Alpha, "Bakery");
        await PriceAsync("bread", 1.5m);
        await PriceAsync("cake", 2.5m);
        foreach (var keyword in new[] { "bread", "cake" })
            await app.DoAsync(
                app.Alpha.StaffToken,
                "traffic/RecordKeywordVisits",
                new
                {
                    clientId = client,
                    keyword,
                    country = "US",
                    month = "2025-03-01",
                    visits = 100m,
                }
            );
        Assert.Empty((await CandidatesAsync(client)).Days);

        await PriceAsync("bread", 2.5m);
        await PriceAsync("cake", 1.5m);

        Assert.Equal([(SourceKind.KeywordVisits, new DateOnly(2025, 3, 1))], (await CandidatesAsync(client)).Days);
        Assert.Equal(2, (await app.RevaluedAsync(app.Alpha, IsolationWorld.KeyOf(client))).Valued);

        Task PriceAsync(string keyword, decimal amount) =>
            app.DoAsync(
                app.Alpha.StaffToken,
                "traffic/SetKeywordPrice",
                new
                {
                    clientId = client,
                    keyword,
                    country = "US",
                    month = "2025-03-01",
                    amount,
                    currency = "USD",
                    source = "the tool",
                }
            );
    }

    private Task<RevaluationCandidates> CandidatesAsync(ManyFacts facts) => CandidatesAsync(facts.Client);

    private async Task<RevaluationCandidates> CandidatesAsync(string client)
    {
        var revaluations = app.Services.GetRequiredService<Revaluations>();
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        return await revaluations.CandidatesAsync(session, [new(IsolationWorld.KeyOf(client))], DateOnly.MinValue, default);
    }
}
