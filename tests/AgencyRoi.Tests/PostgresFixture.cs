using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database.Migrations;
using Npgsql;

[assembly: AssemblyFixture(typeof(AgencyRoi.Tests.PostgresFixture))]

namespace AgencyRoi.Tests;

/// <summary>
/// One private server for the whole run, started when the first test wants it, with a migrated database that each test class
/// gets its own copy of. Removed at the end; what a killed run left is removed by the next one.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "agency_roi_template";
    private const string FolderPrefix = "agency-roi-tests-";
    private readonly Lazy<Task<PrivatePostgres>> server = new(StartAsync);
    private int databases;

    internal Task<PrivatePostgres> Server => server.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A copy of the migrated database.</summary>
    internal Task<TestDatabase> CreateDatabaseAsync() => CreateDatabaseAsync(Template);

    /// <summary>A database with nothing in it.</summary>
    internal Task<TestDatabase> CreateEmptyDatabaseAsync() => CreateDatabaseAsync("template1");

    public async ValueTask DisposeAsync()
    {
        if (!server.IsValueCreated)
            return;
        NpgsqlConnection.ClearAllPools();
        if (server.Value.IsFaulted)
            return;
        var running = await server.Value;
        await running.DisposeAsync();
        await PrivatePostgres.RemoveAsync(new PrivatePostgresOptions(running.Folder));
    }

    private async Task<TestDatabase> CreateDatabaseAsync(string template)
    {
        var running = await Server;
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(running.SuperuserConnection("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name} template {template} owner {Roles.Owner}", connection);
        await create.ExecuteNonQueryAsync();
        return new TestDatabase(running, name);
    }

    private static async Task<PrivatePostgres> StartAsync()
    {
        await RemoveLeftOversAsync();
        var folder = Path.Combine(Path.GetTempPath(), FolderPrefix + Guid.NewGuid().ToString("N")[..12]);
        var running = await PreparedPostgres.StartAsync(new PrivatePostgresOptions(folder) { Durable = false, MaxConnections = 250 });
        try
        {
            await running.CreateDatabaseIfMissingAsync(Template);
            await new Migrator(running.ConnectionFor(Roles.Migrator, Template)).RunAsync();
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            await PrivatePostgres.RemoveAsync(new PrivatePostgresOptions(running.Folder));
            throw;
        }
    }

    private static async Task RemoveLeftOversAsync()
    {
        // A folder this young may belong to a run that is just about to lock it.
        var settled = DateTime.UtcNow.AddMinutes(-2);
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            if (Directory.GetCreationTimeUtc(folder) > settled)
                continue;
            try
            {
                await PrivatePostgres.RemoveAsync(new PrivatePostgresOptions(folder));
            }
            catch (Exception error) when (error is PostgresUnavailableException or UnauthorizedAccessException)
            {
                TestContext.Current.SendDiagnosticMessage($"{folder} stays: {error.Message}");
            }
        }
    }
}
