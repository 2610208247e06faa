using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Tests;

/// <summary>A database of one test class, and a way in for each role.</summary>
internal sealed class TestDatabase(PrivatePostgres server, string name) : IAsyncDisposable
{
    private readonly NpgsqlDataSource app = DataSources.Create(Pooled(server.ConnectionFor(Roles.App, name)));
    private readonly NpgsqlDataSource ops = DataSources.Create(Pooled(server.ConnectionFor(Roles.Ops, name)));

    public string Name => name;
    public string AppConnection => Pooled(server.ConnectionFor(Roles.App, name));
    public string OpsConnection => Pooled(server.ConnectionFor(Roles.Ops, name));
    public string MigratorConnection => server.ConnectionFor(Roles.Migrator, name);
    public string SuperuserConnection => server.SuperuserConnection(name);

    /// <summary>The errors that the server writes down about this database from now on.</summary>
    public ServerLog WatchLog() => new(Path.Combine(server.Folder, "server.log"), name);

    /// <summary>The pool of the app's role.</summary>
    public NpgsqlDataSource App => app;

    public NpgsqlDataSource Ops => ops;

    public AgencyDatabase Agencies => new(app, Modules.All);

    public AgencyRegistry Registry => new(ops, TimeProvider.System);

    public Task<TenantInfo> CreateAgencyAsync(string slug, string currencyCode = "USD") =>
        Registry.CreateAsync(new NewAgency(slug, $"Agency {slug}", currencyCode, "UTC"));

    public Task<DatabaseSession> ReadAsync(TenantInfo agency, ClientScope? clients = null) =>
        Agencies.OpenAsync(new TenantScope(agency, clients ?? ClientScope.All), SessionMode.Read, TestContext.Current.CancellationToken);

    public Task<DatabaseSession> WriteAsync(TenantInfo agency, ClientScope? clients = null) =>
        Agencies.OpenAsync(new TenantScope(agency, clients ?? ClientScope.All), SessionMode.Write, TestContext.Current.CancellationToken);

    /// <summary>Runs statements as superuser: to plant holes, and to look at what is really there.</summary>
    public Task<object?> AsSuperuserAsync(string text) => RunAsync(SuperuserConnection, text);

    /// <summary>The same from another database, for statements about this one.</summary>
    public Task<object?> AsSuperuserElsewhereAsync(string text) => RunAsync(server.SuperuserConnection("postgres"), text);

    private static async Task<object?> RunAsync(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await ops.DisposeAsync();
    }

    private static string Pooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 20 }.ConnectionString;
}
