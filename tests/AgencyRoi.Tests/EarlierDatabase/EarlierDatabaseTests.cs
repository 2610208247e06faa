using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Tests.EarlierDatabase;

/// <summary>
/// What was posted stays as posted and what was closed stays closed, whatever later versions think of it: a database that an earlier version filled, with the
/// answers that it gave. How it was made is in the README beside it.
/// </summary>
public sealed class EarlierDatabaseTests(EarlierApp app) : IClassFixture<EarlierApp>
{
    [Fact]
    public async Task Every_closing_is_answered_to_the_byte_as_it_was()
    {
        Assert.Equal([], await app.DifferencesAsync(nameof(EarlierQuestions.AsReported), nameof(EarlierQuestions.Published)));
    }

    [Fact]
    public async Task The_figures_of_now_and_what_came_after_a_closing_are_what_they_were()
    {
        Assert.Equal([], await app.DifferencesAsync(nameof(EarlierQuestions.Figures), nameof(EarlierQuestions.Restated)));
    }

    [Fact]
    public async Task Check_finds_nothing_wrong()
    {
        foreach (var agency in new[] { app.Alpha, app.Beta })
        {
            await using var session = await app.Database.ReadAsync(agency.Tenant);
            Assert.Empty(await LedgerCheck.RunAsync(session, TestContext.Current.CancellationToken));
            Assert.Empty(await ContactStepsCheck.RunAsync(session, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task No_migration_changes_what_a_posted_or_closed_row_says()
    {
        foreach (var rows in app.Record.Rows)
            Assert.Equal(rows, await EarlierRows.OfAsync(app.Database, rows.Table, rows.Columns));
    }

    /// <summary>What had a last day lasts as long as before: it ends with the first day after it.</summary>
    [Theory]
    [InlineData("campaigns", "from_day", "6 of 1782 days")]
    [InlineData("goals", "from_day", "3 of 891 days")]
    [InlineData("budgets", "from_day", "3 of 891 days")]
    [InlineData("subscriptions", "from_day", "16 of 1285 days")]
    [InlineData("hourly_rates", "from_day", "9 of 97 days")]
    [InlineData("stream_facts", "occurred_on", "3 of 891 days")]
    public async Task A_span_keeps_its_days(string table, string from, string days)
    {
        var spans = $"select concat(count(*), ' of ', sum(to_day - {from}), ' days') from app.{table} where to_day is not null";

        Assert.Equal(days, await app.Database.AsSuperuserAsync(spans));
    }

    [Fact]
    public async Task Every_token_that_a_token_made_knows_which()
    {
        const string made = "from app.api_tokens where created_by like 'token:%'";

        var all = (long?)await app.Database.AsSuperuserAsync($"select count(*) {made}");
        var known = (long?)await app.Database.AsSuperuserAsync($"select count(*) {made} and created_by = 'token:' || issuer_id");

        Assert.NotEqual(0, all);
        Assert.Equal(all, known);
    }

    [Fact]
    public void The_database_holds_every_kind_of_fact()
    {
        var kinds = EarlierRecord.ReadDatabase();

        Assert.All(Enum.GetValues<SourceKind>().Except(Later), kind => Assert.Contains($"'{Metrics.EnumCode.Of(kind)}'", kinds));
    }

    // Kinds of fact that the earlier version did not know.
    private static readonly SourceKind[] Later = [];
}
