using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Entry.Cli;

/// <summary>The operator's verbs, as processes beside a product that serves.</summary>
public sealed class AgencyVerbTests(AgencyApp app, PostgresFixture postgres) : IClassFixture<AgencyApp>
{
    private const string AskWho = "{ viewer { role agency { slug name currency timeZone } } }";

    [Fact]
    public async Task A_new_agency_is_served_with_the_token_that_was_printed()
    {
        var made = await RunAsync("create", "--slug", "new-one", "--name", "New & One", "--currency", "EUR", "--time-zone", "Europe/Paris");

        Assert.Equal(0, made.ExitCode);
        Assert.Equal("Made the agency new-one: New & One, EUR, Europe/Paris. Its owner token is shown this once:", made.Errors.Trim());
        Assert.Equal(
            """{"viewer":{"role":"OWNER","agency":{"slug":"new-one","name":"New & One","currency":"EUR","timeZone":"Europe/Paris"}}}""",
            await WhoAsync(made.Output.Trim())
        );
    }

    [Fact]
    public async Task The_same_agency_again_changes_nothing_and_prints_no_token()
    {
        await RunAsync("create", "--slug", "again", "--name", "Again", "--currency", "USD", "--time-zone", "Asia/Tokyo");
        var before = await RowsAsync("again");

        var same = await RunAsync("create", "--slug", "again", "--name", "Again", "--currency", "USD", "--time-zone", "Asia/Tokyo");
        var withoutZone = await RunAsync("create", "--slug", "again", "--name", "Again", "--currency", "USD");

        Assert.Equal((0, ""), (same.ExitCode, same.Output));
        Assert.StartsWith("The agency again is there already; nothing was changed.", same.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (withoutZone.ExitCode, withoutZone.Output));
        Assert.Equal(before, await RowsAsync("again"));
    }

    [Fact]
    public async Task A_slug_that_another_agency_has_is_refused_with_what_differs()
    {
        var before = await RowsAsync("alpha");

        var other = await RunAsync("create", "--slug", "alpha", "--name", "Alpha", "--currency", "EUR", "--time-zone", "Asia/Tokyo");

        Assert.Equal((1, ""), (other.ExitCode, other.Output));
        Assert.Equal(
            "There is an agency alpha already: its name is Agency alpha and not Alpha, its currency is USD and not EUR, "
                + "its time zone is UTC and not Asia/Tokyo. Nothing was changed.",
            other.Errors.Trim()
        );
        Assert.Equal(before, await RowsAsync("alpha"));
    }

    [Theory]
    [InlineData("--slug: A slug has", "Two_Words", "Two", "USD", "UTC")]
    [InlineData("--slug: A slug has", "two--words", "Two", "USD", "UTC")]
    [InlineData("--name: The text is empty.", "two", " ", "USD", "UTC")]
    [InlineData("--currency: A currency is three capital letters", "two", "Two", "usd", "UTC")]
    [InlineData("--currency: There is no such currency", "two", "Two", "ABC", "UTC")]
    [InlineData("--time-zone: A time zone is a name of the IANA list", "two", "Two", "USD", "Mars/Olympus")]
    public async Task An_option_that_cannot_be_is_named(string message, string slug, string name, string currency, string timeZone)
    {
        var run = await RunAsync("create", "--slug", slug, "--name", name, "--currency", currency, "--time-zone", timeZone);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Null(await app.Database.Registry.FindAsync(slug, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_two_who_make_the_same_agency_at_once_one_makes_it_and_both_are_content()
    {
        string[] words = ["create", "--slug", "at-once", "--name", "At once", "--currency", "USD"];

        var runs = await Task.WhenAll(RunAsync(words), RunAsync(words), RunAsync(words));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Single(runs, run => run.Output.StartsWith("aroi_", StringComparison.Ordinal));
        Assert.Equal((1, 1), await RowsAsync("at-once"));
    }

    [Fact]
    public async Task A_lost_token_is_made_anew_and_those_of_others_stay_what_they_are()
    {
        var owner = await RunAsync("token", "--slug", "alpha", "--role", "owner");
        var analyst = await RunAsync("token", "--slug", "alpha", "--role", "analyst", "--name", "Nightly load");

        Assert.Equal("Made a token of alpha with the role owner. It is shown this once:", owner.Errors.Trim());
        Assert.Contains("\"role\":\"OWNER\",\"agency\":{\"slug\":\"alpha\"", await WhoAsync(owner.Output.Trim()), StringComparison.Ordinal);
        Assert.Contains("\"role\":\"ANALYST\"", await WhoAsync(analyst.Output.Trim()), StringComparison.Ordinal);
        Assert.Contains("\"slug\":\"beta\"", await WhoAsync(app.Beta.OwnerToken), StringComparison.Ordinal);
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        var kept = await session.Db.Set<ApiToken>().SingleAsync(row => row.Label == "Nightly load", TestContext.Current.CancellationToken);
        Assert.Equal(("agency token", AccessRole.Analyst, null), (kept.CreatedBy, kept.Role, kept.ExpiresAt));
        Assert.DoesNotContain(kept.TokenId, analyst.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_each_agency_with_its_clients()
    {
        await app.ClientAsync(app.Beta);
        await WhoAsync(app.Beta.OwnerToken);
        await app.Services.GetRequiredService<TokenUse>().WriteAsync(TestContext.Current.CancellationToken);

        var run = await RunAsync("list");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var made = (string)
            (await app.Database.AsSuperuserAsync("select to_char(created_at, 'YYYY-MM-DD') from app.agencies where slug = 'beta'"))!; // it is there
        Assert.Equal(["slug", "name", "currency", "state", "clients", "created", "last", "used"], Words(lines[0]));
        Assert.Equal(
            ["beta", "Agency", "beta", "EUR", "active", "1", made, $"{app.Clock.GetUtcNow():yyyy-MM-dd}"],
            Words(lines.Single(line => line.StartsWith("beta ", StringComparison.Ordinal)))
        );

        static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task A_suspended_agency_is_listed_as_such_until_it_is_resumed()
    {
        await RunAsync("create", "--slug", "pausing", "--name", "Pausing", "--currency", "USD");

        var suspended = await RunAsync("suspend", "--slug", "pausing");
        var listed = await RunAsync("list");
        var again = await RunAsync("suspend", "--slug", "pausing");
        var resumed = await RunAsync("resume", "--slug", "pausing");
        var nobody = await RunAsync("suspend", "--slug", "nobody");

        Assert.Equal((0, "The agency pausing is suspended."), (suspended.ExitCode, suspended.Output.Trim()));
        Assert.Matches("pausing +Pausing +USD +suspended", listed.Output);
        Assert.Equal((0, "The agency pausing was suspended before."), (again.ExitCode, again.Output.Trim()));
        Assert.Equal((0, "The agency pausing is active again."), (resumed.ExitCode, resumed.Output.Trim()));
        Assert.Equal((1, "There is no agency nobody."), (nobody.ExitCode, nobody.Errors.Trim()));
    }

    [Fact]
    public async Task An_empty_server_says_what_makes_an_agency()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var list = await Verb.RunAsync("agency list", ("ConnectionStrings__Ops", database.OpsConnection));
        var asApp = await Verb.RunAsync("agency list", ("ConnectionStrings__Ops", database.AppConnection));
        await database.AsSuperuserAsync("delete from app.schema_migrations where number = (select max(number) from app.schema_migrations)");
        var older = await Verb.RunAsync("agency list", ("ConnectionStrings__Ops", database.OpsConnection));

        Assert.Equal((0, "There is no agency. The verb agency create makes one."), (list.ExitCode, list.Output.Trim()));
        Assert.Equal(
            (1, "ConnectionStrings:Ops logs in as a role that does not see all agencies. Use agency_roi_ops: db-migrations/README.md."),
            (asApp.ExitCode, asApp.Errors.Trim())
        );
        Assert.Equal(
            (1, "The database is not up to date with this program: run the verb migrate, then agency list again."),
            (older.ExitCode, older.Errors.Trim())
        );
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words) =>
        Verb.RunAsync(["agency", .. words], ("ConnectionStrings__Ops", app.Database.OpsConnection));

    private async Task<string> WhoAsync(string token) => (await app.AskAsync(token, AskWho)).GetProperty("data").GetRawText();

    /// <summary>How many agencies have the slug, and how many tokens they have.</summary>
    private async Task<(long Agencies, long Tokens)> RowsAsync(string slug)
    {
        var counted = (string)
            (
                await app.Database.AsSuperuserAsync(
                    $"""
                    select concat((select count(*) from app.agencies where slug = '{slug}'), ' ',
                      (select count(*) from app.api_tokens t join app.agencies a on a.id = t.tenant_id where a.slug = '{slug}'))
                    """
                )
            )!; // concat is never null
        var numbers = counted.Split(' ').Select(number => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1]);
    }
}
