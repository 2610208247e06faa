using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Entry.Demo;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Tests.Entry.Demo;

public sealed partial class DemoRunTests(LoadedDemo demo) : IClassFixture<LoadedDemo>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Facebook advertiser *", "58,705.23 124,220.00 65,514.77 0.00 111.600 111.600 111.600 111.600")]
    [InlineData("Cosmetics brand *", "3,000.00 5,611.50 2,611.50 0.00 -100.000 -100.000 -53.238 87.050")]
    public void The_table_has_the_real_clients_to_the_digit(string name, string figures)
    {
        var row = Assert.Single(demo.FirstOutput.Split('\n'), line => line.Contains(name, StringComparison.Ordinal));

        Assert.Equal(figures.Split(' '), row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^8..]);
    }

    [Fact]
    public void The_readme_shows_the_table_that_is_printed()
    {
        var printed = demo.FirstOutput[demo.FirstOutput.IndexOf("Northlight Social: its clients", StringComparison.Ordinal)..];
        var table = printed[..printed.IndexOf("Value and net", StringComparison.Ordinal)].Trim();

        Assert.True(Repository.Read("README.md").Contains(table, StringComparison.Ordinal), table);
    }

    [Fact]
    public async Task The_readmes_first_query_gets_the_readmes_answer()
    {
        var readme = Repository.Read("README.md");
        var body = FirstQuery().Match(readme).Groups["body"].Value;
        var answer = JsonSerializer.Deserialize<JsonElement>(FirstAnswer().Match(readme).Groups["json"].Value);
        await using var database = await DemoDatabase.OpenAsync(demo.Options.Settings, demo.Options.Postgres, DatabaseUse.SetUp, Stop);
        await using var host = await DemoHost.StartAsync(Modules.All, "http://127.0.0.1:0", database, Stop);
        using var http = await CallerAsync();

        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await http.PostAsync(host.Url, content, Stop);

        var answered = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(JsonElement.DeepEquals(answer, answered), answered.ToString());
    }

    [Fact]
    public async Task Two_agencies_are_loaded_in_several_industries_and_three_currencies()
    {
        var first = await ClientsAsync("northlight");
        var second = await ClientsAsync("atelier-rivage");

        Assert.True(first.Count >= 6);
        Assert.Equal(["EUR", "GBP", "USD"], first.Select(client => client.Currency).Distinct().Order());
        Assert.Equal(first.Count, first.Select(client => client.Industry).Distinct().Count());
        Assert.True(second.Count < first.Count);
        Assert.All(first.Concat(second), client => Assert.NotEqual(DataOrigin.Entered, client.DataOrigin));
        Assert.All(first.Concat(second), client => Assert.NotNull(client.DataNote));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_keeps_the_tokens()
    {
        var before = (await FingerprintAsync(), await TokensAsync());

        var output = await demo.RunAsync();

        Assert.DoesNotContain("Loading", output);
        Assert.Equal(before, (await FingerprintAsync(), await TokensAsync()));
    }

    [Fact]
    public async Task The_ledger_checks_out()
    {
        foreach (var slug in new[] { "northlight", "atelier-rivage" })
        {
            var agency = await demo.Database.Registry.FindAsync(slug, Stop);
            await using var session = await demo.Database.ReadAsync(agency!);

            Assert.Empty(await LedgerCheck.RunAsync(session, Stop));
        }
    }

    [Fact]
    public void Only_its_owner_reads_the_tokens()
    {
        if (OperatingSystem.IsWindows())
            return; // file modes are Unix's

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(DemoFile.PathIn(demo.StateFolder)));
    }

    private async Task<HttpClient> CallerAsync()
    {
        var file = await DemoFile.ReadAsync(demo.StateFolder, Stop);
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", file!.Agencies[0].Tokens.Owner);
        return http;
    }

    private async Task<IReadOnlyList<Client>> ClientsAsync(string slug)
    {
        var agency = await demo.Database.Registry.FindAsync(slug, Stop);
        await using var session = await demo.Database.ReadAsync(agency!);
        return await session.Db.Set<Client>().Where(client => client.Kind == ClientKind.Client).ToListAsync(Stop);
    }

    // The address changes with each run of these tests; everything else in the file stays.
    private async Task<string> TokensAsync() =>
        JsonSerializer.Serialize((await DemoFile.ReadAsync(demo.StateFolder, Stop))! with { Url = "" });

    private async Task<string> FingerprintAsync() =>
        (string)
            (
                await demo.Database.AsSuperuserAsync(
                    """
                    select string_agg(t, ' ' order by t) from (
                      select 'clients ' || count(*) || ' ' || max(updated_at) || ' ' || sum(version) from app.clients union all
                      select 'rates ' || count(*) || ' ' || max(updated_at) from app.exchange_rates union all
                      select 'goals ' || count(*) || ' ' || max(updated_at) from app.goals union all
                      select 'values ' || count(*) from app.goal_values union all
                      select 'tokens ' || count(*) || ' ' || count(revoked_at) from app.api_tokens union all
                      select 'costs ' || count(*) || ' ' || sum(version) from app.costs union all
                      select 'sales ' || count(*) || ' ' || sum(version) from app.sales union all
                      select 'outcomes ' || count(*) || ' ' || sum(version) from app.outcomes union all
                      select 'refunds ' || count(*) || ' ' || sum(version) from app.refunds union all
                      select 'hours ' || count(*) || ' ' || sum(version) from app.time_entries union all
                      select 'stream facts ' || count(*) || ' ' || sum(version) from app.stream_facts union all
                      select 'people ' || count(*) || ' ' || sum(version) from app.people union all
                      select 'allocations ' || count(*) || ' ' || sum(revision) from app.cost_allocations union all
                      select 'closings ' || count(*) from app.period_closes union all
                      select 'entries ' || count(*) from app.ledger_entries union all
                      select 'heads ' || sum(version) from app.ledger_heads) as x (t)
                    """
                )
            )!;

    [GeneratedRegex(@"-d '(?<body>\{.*?\})'\s*\n```", RegexOptions.Singleline)]
    private static partial Regex FirstQuery();

    [GeneratedRegex(@"```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstAnswer();
}
