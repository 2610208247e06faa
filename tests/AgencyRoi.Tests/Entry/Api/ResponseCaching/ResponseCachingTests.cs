using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.Entry.Api.ResponseCaching;

/// <summary>An answer is given a second time only while it is what would be worked out now, and only to whom it was given.</summary>
public sealed partial class ResponseCachingTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Sample = "compare-clients/CompareClients";

    [GeneratedRegex(@"\bapp\.(\w+)\b")]
    private static partial Regex Table();

    [Fact]
    public async Task The_same_question_costs_one_look_while_nothing_is_written()
    {
        var client = await SoldAsync();
        var first = await AskAsync(app.Alpha.OwnerToken, client);

        using var statements = new StatementCounter(app.Database);
        var second = await AskAsync(app.Alpha.OwnerToken, client);

        Assert.Equal(first, second);
        // The session is opened, and the count read.
        Assert.Equal(2, statements.Count);
    }

    [Fact]
    public async Task A_write_of_the_agency_has_it_worked_out_again()
    {
        var client = await SoldAsync();
        var before = await AskAsync(app.Alpha.OwnerToken, client);

        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 7m, channelId: await app.ChannelAsync(app.Alpha, client)));

        Assert.NotEqual(before, await AskAsync(app.Alpha.OwnerToken, client));
    }

    [Fact]
    public async Task A_row_changed_in_any_table_that_it_reads_has_it_worked_out_again()
    {
        await SoldAsync();
        var tables = await TablesOfAsync();
        Assert.Contains("ledger_year_to_date", tables);
        Assert.Contains("clients", tables);

        foreach (var table in tables)
        {
            await CompareAsync(app.Alpha.OwnerToken);
            await using (var session = await app.Database.WriteAsync(app.Alpha.Tenant))
            {
                await using var change = session.Command(Change(table));
                await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                await session.CommitAsync(TestContext.Current.CancellationToken);
            }

            Assert.True(await IsWorkedOutAsync(app.Alpha.OwnerToken), table);
        }
    }

    [Fact]
    public async Task What_is_rolled_back_or_written_by_another_agency_leaves_it()
    {
        await CompareAsync(app.Alpha.OwnerToken);
        await using (await app.Database.WriteAsync(app.Alpha.Tenant)) { }
        await using (var foreign = await app.Database.WriteAsync(app.Beta.Tenant))
            await foreign.CommitAsync(TestContext.Current.CancellationToken);

        Assert.False(await IsWorkedOutAsync(app.Alpha.OwnerToken));
    }

    [Fact]
    public async Task Another_caller_gets_one_of_their_own()
    {
        await CompareAsync(app.Alpha.OwnerToken);

        Assert.True(await IsWorkedOutAsync(app.Alpha.StaffToken));
        Assert.True(await IsWorkedOutAsync(app.Beta.OwnerToken));
    }

    [Fact]
    public async Task A_clients_midnight_ends_it()
    {
        await CompareAsync(app.Alpha.OwnerToken);
        app.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.True(await IsWorkedOutAsync(app.Alpha.OwnerToken));
    }

    [Fact]
    public async Task An_answer_with_errors_is_not_kept()
    {
        const string Question = "query ($p: PeriodInput!) { compareClients(period: $p, first: 1000) { currencyCode } }";
        await app.AskAsync(app.Alpha.OwnerToken, Question, new { p = Bookkeeping.Period() });

        using var statements = new StatementCounter(app.Database);
        var again = await app.AskAsync(app.Alpha.OwnerToken, Question, new { p = Bookkeeping.Period() });

        Assert.True(again.TryGetProperty("errors", out _));
        Assert.True(statements.Count > 0);
    }

    // To some tables the app can only add, which it does in the same kind of session.
    private static string Change(string table) =>
        $"""
            do $$ begin
              if has_table_privilege('app.{table}', 'update') then
                update app.{table} set tenant_id = tenant_id where ctid = (select min(ctid) from app.{table});
              end if;
            end $$
            """;

    /// <summary>The tables of the agency that the statements of one comparison name.</summary>
    private async Task<IReadOnlyList<string>> TablesOfAsync()
    {
        using var statements = new StatementCounter(app.Database);
        await app.SendAsync(app.Alpha.OwnerToken, Sample, new { period = Bookkeeping.Period("2024-01-01", "2024-02-01") });
        var named = statements.Texts.SelectMany(text => Table().Matches(text)).Select(found => found.Groups[1].Value);
        var all = await Isolation.TenantTables.NamesAsync(app.Database);
        return [.. named.Distinct().Intersect(all).Except(["write_counts"])];
    }

    private async Task<bool> IsWorkedOutAsync(string token)
    {
        using var statements = new StatementCounter(app.Database);
        await CompareAsync(token);
        return statements.Texts.Any(text => text.Contains("app.ledger_year_to_date", StringComparison.Ordinal));
    }

    private Task<JsonElement> CompareAsync(string token) => app.SendAsync(token, Sample, new { period = Bookkeeping.Period() });

    private async Task<string> AskAsync(string token, string client) =>
        (
            await app.SendAsync(
                token,
                "client-roi/ClientRoi",
                new
                {
                    client,
                    period = Bookkeeping.Period(),
                    viewpoint = "CLIENT",
                }
            )
        ).ToString();

    private async Task<string> SoldAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, channelId: channel));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 30m, channelId: channel));
        return client;
    }
}
