using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>A private server with a migrated database and the agencies that are measured. Gone when disposed.</summary>
internal sealed class MeasuredDatabase : IAsyncDisposable
{
    public const string Name = "agency_roi";
    private readonly PrivatePostgres server;

    private MeasuredDatabase(PrivatePostgres server) => this.server = server;

    public string AppConnection => server.ConnectionFor(Roles.App, Name);

    public string SuperuserConnection => server.SuperuserConnection(Name);

    /// <summary>What the server writes down.</summary>
    public ServerLog Log => new(Path.Combine(server.Folder, "server.log"), server.SuperuserConnection("postgres"));

    public static async Task<MeasuredDatabase> StartAsync(int port)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"agency-roi-benchmarks-{Environment.ProcessId}");
        var database = new MeasuredDatabase(
            await PreparedPostgres.StartAsync(new PrivatePostgresOptions(folder) { Port = port, Durable = false })
        );
        await database.server.CreateDatabaseIfMissingAsync(Name);
        await new Migrator(database.server.ConnectionFor(Roles.Migrator, Name)).RunAsync();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        await PrivatePostgres.RemoveAsync(new PrivatePostgresOptions(server.Folder));
    }

    /// <summary>The statements that make the rollups of entries which were filled in without the product.</summary>
    public static Task<string> RollupsOfEntriesAsync() =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Database", "rollups-of-entries.sql"));

    /// <summary>Runs statements past all policies, in one transaction, and has the planner look at what they left.</summary>
    public async Task FillAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnection);
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var statement in statements)
                await RunAsync(statement);
            await transaction.CommitAsync();
        }
        await RunAsync("vacuum analyze");

        async Task RunAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <exception cref="InvalidOperationException">The rows that a benchmark filled in are not what the product would have posted.</exception>
    public Task CheckAsync(string agency) =>
        WithSessionAsync(
            agency,
            SessionMode.Read,
            async session =>
                await LedgerCheck.RunAsync(session, CancellationToken.None) is { Count: > 0 } differences
                    ? throw new InvalidOperationException($"{agency}: {differences.Count} differences, the first of them {differences[0]}")
                    : true
        );

    /// <summary>A new token of an owner of the agency.</summary>
    public Task<string> TokenAsync(string agency) =>
        WithSessionAsync(
            agency,
            SessionMode.Write,
            async session =>
            {
                var wanted = new NewApiToken(AccessRole.Owner, ClientGrant.All, "benchmark");
                var issued = await ApiTokens.IssueAsync(session, wanted, new("benchmark"), DateTimeOffset.UtcNow, CancellationToken.None);
                await session.CommitAsync(CancellationToken.None);
                return issued.Text.ToString();
            }
        );

    /// <summary>Does something in a session of the agency, with the time of an operation; what it wrote and did not commit leaves no trace.</summary>
    public async Task<T> WithSessionAsync<T>(string agency, SessionMode mode, Func<DatabaseSession, Task<T>> work)
    {
        await using var ops = DataSources.Create(server.ConnectionFor(Roles.Ops, Name));
        await using var app = DataSources.Create(AppConnection);
        var tenant =
            await new AgencyRegistry(ops, TimeProvider.System).FindAsync(agency)
            ?? throw new InvalidOperationException($"There is no agency {agency}.");
        await using var session = await new AgencyDatabase(app, Modules.All).OpenAsync(
            new TenantScope(tenant, ClientScope.All),
            mode,
            CancellationToken.None
        );
        return await work(session);
    }
}
