using AgencyRoi.Entry.Demo;
using Microsoft.Extensions.Configuration;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>The demo after its first run, on a database of its own, for one test class.</summary>
public sealed class LoadedDemo(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"agency-roi-demo-{Guid.NewGuid():N}");

    internal TestDatabase Database { get; private set; } = null!; // xunit initialises a fixture before any test sees it
    internal string FirstOutput { get; private set; } = "";

    /// <summary>The folder that stands for <c>.agency-roi</c>.</summary>
    internal string StateFolder => folder;

    internal DemoOptions Options => OptionsFor(Database, folder);

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync();
        FirstOutput = await RunAsync();
    }

    /// <summary>Runs it once more to the table; what it printed.</summary>
    internal async Task<string> RunAsync()
    {
        var output = new StringWriter { NewLine = "\n" };
        await new DemoRun(Modules.All, Options, output, TestClock.Pinned()).RunAsync(TestContext.Current.CancellationToken);
        return output.ToString();
    }

    internal static DemoOptions OptionsFor(TestDatabase database, string stateFolder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:App"] = database.AppConnection,
                ["ConnectionStrings:Migrator"] = database.MigratorConnection,
                ["ConnectionStrings:Ops"] = database.OpsConnection,
                ["Urls"] = "http://127.0.0.1:0",
            }
        );
        return new DemoOptions(settings.Build(), stateFolder, Port: null, Exit: true, Reset: false);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
