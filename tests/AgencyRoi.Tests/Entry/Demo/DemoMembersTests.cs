using AgencyRoi.Entry.Demo;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Tests.DevelopmentProvider;
using AgencyRoi.Tests.Entry.Ide;

namespace AgencyRoi.Tests.Entry.Demo;

public sealed class DemoMembersTests(LoadedDemo demo) : IClassFixture<LoadedDemo>
{
    private const string Issuer = "http://127.0.0.1:6080/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demos_people_are_members_once_and_of_the_provider_that_runs()
    {
        await LetInAsync(Issuer);
        var first = await MembersAsync();
        await LetInAsync(Issuer);
        var second = await MembersAsync();
        await LetInAsync("http://127.0.0.1:6081/");
        await LetInAsync(Issuer);
        var moved = await MembersAsync();

        Assert.Equal(
            "atelier-rivage/demo-dan/OWNER northlight/demo-ann/OWNER northlight/demo-ben/ANALYST northlight/demo-cleo/PORTAL/1 northlight/demo-dan/MANAGER",
            first
        );
        Assert.Equal((first, first), (second, moved));
    }

    [Theory]
    [InlineData(true, "http://127.0.0.1:5080", null, null)]
    [InlineData(false, "http://127.0.0.1:5080", null, "http://127.0.0.1:6080")]
    [InlineData(false, "http://localhost:65000", null, "http://127.0.0.1:64000")]
    [InlineData(false, "http://127.0.0.1:0", null, "http://127.0.0.1:0")]
    [InlineData(false, "http://0.0.0.0:5080", null, null)]
    [InlineData(false, "http://127.0.0.1:5080", "https://login.example.com", null)]
    public void The_provider_is_started_where_nobody_else_can_reach_it(bool exit, string urls, string? authority, string? expected)
    {
        var options = LoadedDemo.OptionsFor(demo.Database, demo.StateFolder);
        (options.Settings["Urls"], options.Settings["Auth:Authority"]) = (urls, authority);

        Assert.Equal(expected, (options with { Exit = exit }).ProviderAddress);
    }

    [Fact(Timeout = 180_000)]
    public async Task An_owner_signs_in_through_a_browser_and_reads_who_they_are()
    {
        var program = Chromium.Find();
        Assert.SkipUnless(program is not null, "There is no Chromium: apt-get install chromium");
        await using var database = await DemoDatabase.OpenAsync(demo.Options.Settings, demo.Options.Postgres, DatabaseUse.SetUp, Stop);
        await using var host = await DemoHost.StartAsync(Modules.All, "http://127.0.0.1:0", database, Stop, "http://127.0.0.1:0");
        await LetInAsync(host.Provider!.Issuer);
        await using var browser = await Chromium.StartAsync(program);

        await browser.GoToAsync(host.Provider.TryAddress(host.Url));
        await browser.UntilAsync("document.getElementById('api')?.textContent.startsWith('http')");
        await browser.EvaluateAsync("document.getElementById('sign-in').click()");
        await browser.UntilAsync("document.querySelector('button[value=demo-ann]') !== null");
        await browser.EvaluateAsync("document.querySelector('button[value=demo-ann]').click()");
        await browser.UntilAsync("document.getElementById('answer')?.textContent.startsWith('{')");

        var answer = (await browser.EvaluateAsync("document.getElementById('answer').textContent")).GetString();
        Assert.Contains("\"role\": \"OWNER\"", answer);
        Assert.Contains("\"slug\": \"northlight\"", answer);
        Assert.Contains("MANAGE_MEMBERS", answer);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_is_no_member_is_refused()
    {
        await using var database = await DemoDatabase.OpenAsync(demo.Options.Settings, demo.Options.Postgres, DatabaseUse.SetUp, Stop);
        await using var host = await DemoHost.StartAsync(Modules.All, "http://127.0.0.1:0", database, Stop, "http://127.0.0.1:0");
        var (token, _) = await SignInFlow.TokensAsync(host.Provider!, "demo-eve");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Url + "?query={viewer{role}}");
        request.Headers.Authorization = new("Bearer", token);

        using var answer = await http.SendAsync(request, Stop);

        Assert.False(answer.IsSuccessStatusCode);
    }

    private async Task LetInAsync(string issuer)
    {
        await using var app = DataSources.Create(demo.Database.AppConnection);
        var agencies = new AgencyDatabase(app, Modules.All);
        foreach (var agency in DemoAgency.All())
        {
            var tenant = await demo.Database.Registry.FindAsync(agency.Agency.Slug, Stop);
            var scope = new TenantScope(tenant!, ClientScope.All, "demo");
            await DemoMembers.EnsureAsync(agencies, scope, issuer, agency.Clients[0].Reference, TestClock.Pinned().GetUtcNow(), Stop);
        }
    }

    private async Task<string?> MembersAsync() =>
        (string?)
            await demo.Database.AsSuperuserAsync(
                $"""
                select string_agg(concat_ws('/', a.slug, m.subject, m.role, array_length(m.client_scope, 1)), ' ' order by a.slug, m.subject)
                from app.memberships m join app.agencies a on a.id = m.tenant_id
                where m.issuer = '{Issuer}' and m.removed_at is null
                """
            );
}
