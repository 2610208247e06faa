using AgencyRoi.Entry.Demo;
using AgencyRoi.Platform.Database;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>Runs that meet something other than an empty database or a whole one.</summary>
public sealed class DemoRunAgainTests(PostgresFixture postgres) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agency-roi-demo-").FullName;
    private readonly FakeTimeProvider clock = TestClock.Pinned();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_was_cut_off_while_loading_is_completed_by_the_next_and_a_damaged_file_brings_new_tokens()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var options = LoadedDemo.OptionsFor(database, folder);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var output = new StringWriter();
        var cutting = new CancellingWriter("clients of Atelier", cut);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new DemoRun(Modules.All, options, cutting, clock).RunAsync(cut.Token)
        );
        var half = await CountAsync(database, "app.clients where kind = 'CLIENT'");
        await new DemoRun(Modules.All, options, output, clock).RunAsync(Stop);

        Assert.Equal(9, half);
        Assert.Contains("Loading 3 clients of Atelier Rivage", output.ToString());
        Assert.DoesNotContain("clients of Northlight", output.ToString());
        Assert.Equal(12, await CountAsync(database, "app.clients where kind = 'CLIENT'"));

        // The cut-off run had given out three for the first agency, which no file holds: all but the last six are revoked.
        const string damaged = """{ "url": "", "agencies": [null, { "slug": "northlight", "tokens": { "owner": "aroi_x" } }] }""";
        await File.WriteAllTextAsync(DemoFile.PathIn(folder), damaged, Stop);
        await new DemoRun(Modules.All, options, output, clock).RunAsync(Stop);
        Assert.Equal(6, await CountAsync(database, "app.api_tokens where revoked_at is null"));
        Assert.Equal(9, await CountAsync(database, "app.api_tokens where revoked_at is not null"));
    }

    [Fact]
    public async Task An_agency_of_somebodys_own_is_never_taken_for_the_demos()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await database.CreateAgencyAsync("northlight");
        var run = new DemoRun(Modules.All, LoadedDemo.OptionsFor(database, folder), TextWriter.Null, clock);

        var refused = await Assert.ThrowsAsync<SettingException>(() => run.RunAsync(Stop));

        Assert.Contains("an agency northlight that is not the demo's", refused.Message);
        Assert.Equal(0, await CountAsync(database, "app.clients"));
    }

    [Fact]
    public async Task A_database_of_somebodys_own_is_not_dropped()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var run = new DemoRun(Modules.All, LoadedDemo.OptionsFor(database, folder) with { Reset = true }, TextWriter.Null, clock);

        var refused = await Assert.ThrowsAsync<SettingException>(() => run.RunAsync(Stop));

        Assert.Contains("yours to drop", refused.Message);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<int> CountAsync(TestDatabase database, string what) =>
        (int)(long)(await database.AsSuperuserAsync($"select count(*) from {what}"))!;

    /// <summary>Cancels a run as soon as it says something.</summary>
    private sealed class CancellingWriter(string sign, CancellationTokenSource source) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(sign, StringComparison.Ordinal) == true)
                source.Cancel();
        }
    }
}
