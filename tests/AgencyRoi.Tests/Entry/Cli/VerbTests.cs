using System.Diagnostics;
using System.Net;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Tests.Ledger.Posting;

namespace AgencyRoi.Tests.Entry.Cli;

/// <summary>The verbs as a person or a container runs them: as processes, set by environment variables.</summary>
public sealed class VerbTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Migrate_says_what_it_applied_and_the_second_time_nothing()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();

        var first = await Verb.RunAsync("migrate", ("ConnectionStrings__Migrator", database.MigratorConnection));
        var second = await Verb.RunAsync("migrate", ("ConnectionStrings__Migrator", database.MigratorConnection));

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Equal(
            [.. Migration.All.Select(migration => $"applied {migration}"), "The database is up to date."],
            first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
        Assert.Equal((0, "The database is up to date."), (second.ExitCode, second.Output.Trim()));
    }

    [Theory]
    [InlineData("migrate", "ConnectionStrings:Migrator is not set")]
    [InlineData("serve", "ConnectionStrings:App is not set")]
    public async Task A_missing_setting_is_named_without_a_stack_trace(string verb, string message)
    {
        var run = await Verb.RunAsync(verb);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(message, run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Fact]
    public async Task Serve_refuses_a_role_that_sees_every_agency()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var run = await Verb.RunAsync("serve", ("ConnectionStrings__App", database.OpsConnection), ("Urls", "http://127.0.0.1:0"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("logs in as a role that could see every agency", run.Errors);
    }

    [Theory]
    [InlineData("Database__WaitSeconds", "soon", "Database:WaitSeconds")]
    [InlineData("Database__WaitSeconds", "0", "Database:WaitSeconds")]
    [InlineData("WebSockets__InitSeconds", "-1", "WebSockets:InitSeconds")]
    public async Task A_setting_that_cannot_be_used_is_named_in_one_line(string variable, string value, string named)
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var run = await Verb.RunAsync(
            "serve",
            ("ConnectionStrings__App", database.AppConnection),
            ("Urls", "http://127.0.0.1:0"),
            (variable, value)
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(named, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_answers_until_it_is_told_to_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        await using var database = await postgres.CreateDatabaseAsync();
        using var process = Verb.Start("serve", ("ConnectionStrings__App", database.AppConnection), ("Urls", "http://127.0.0.1:0"));
        var address = await AddressAsync(process);

        using var caller = new HttpClient { BaseAddress = address };
        // It listens before it is warm, and is ready when it is.
        while (await StatusAsync(caller, "/health/ready") != HttpStatusCode.OK)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Serve_writes_spans_and_metrics_to_the_console_when_it_is_told_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        await using var database = await postgres.CreateDatabaseAsync();
        using var process = Verb.Start(
            "serve",
            ("ConnectionStrings__App", database.AppConnection),
            ("Urls", "http://127.0.0.1:0"),
            ("Hosting__DrainSeconds", "0"),
            ("Telemetry__Exporter", "console")
        );
        using var caller = new HttpClient { BaseAddress = await AddressAsync(process) };
        using var answer = await caller.GetAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken);
        using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains($"request.id: {answer.Headers.GetValues("X-Request-Id").Single()}", output, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ends_with_1_and_says_where_when_something_does_not_follow_from_the_ledger()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (whole, broken) = (await LedgerWorld.CreateAsync(database), await LedgerWorld.CreateAsync(database));
        foreach (var world in new[] { whole, broken })
            await world.PostAsync(LedgerWorld.Cost(await world.AddClientAsync(), "2025-01-10", 100m));
        await database.AsSuperuserAsync($"update app.ledger_days set client_amount = 99 where tenant_id = '{broken.Agency.Id}'");

        var one = await Verb.RunAsync($"check --agency {whole.Agency.Identifier}", ("ConnectionStrings__Ops", database.OpsConnection));
        var all = await Verb.RunAsync("check", ("ConnectionStrings__Ops", database.OpsConnection));
        var none = await Verb.RunAsync("check --agency nobody", ("ConnectionStrings__Ops", database.OpsConnection));

        Assert.Equal((0, "1 agency checked: everything follows from the ledger."), (one.ExitCode, one.Output.Trim()));
        Assert.Equal(1, all.ExitCode);
        Assert.Contains($"{broken.Agency.Identifier}: days: client ", all.Output);
        Assert.Contains("2 agencies checked: 1 difference.", all.Output);
        Assert.Equal((2, "There is no agency nobody."), (none.ExitCode, none.Errors.Trim()));
    }

    [Fact]
    public async Task Check_of_an_older_database_asks_for_the_migrations()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await database.AsSuperuserAsync("delete from app.schema_migrations where number = (select max(number) from app.schema_migrations)");

        var run = await Verb.RunAsync("check", ("ConnectionStrings__Ops", database.OpsConnection));

        Assert.Equal(
            (2, "The database is not up to date with this program: run the verb migrate, then check again."),
            (run.ExitCode, run.Errors.Trim())
        );
    }

    [Fact]
    public async Task An_import_of_a_folder_asks_for_a_file_in_it()
    {
        var folder = Directory.CreateTempSubdirectory();

        var run = await Verb.RunAsync($"import costs {folder.FullName} --agency nobody");

        Assert.Equal((2, $"{folder.FullName} is a folder: name the file in it that is to be imported."), (run.ExitCode, run.Errors.Trim()));
        folder.Delete();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient caller, string path)
    {
        using var answer = await caller.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        const string sign = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(line[(at + sign.Length)..]);
        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }
}
