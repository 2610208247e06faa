using AgencyRoi.Database;
using AgencyRoi.Database.Server;
using Npgsql;

namespace AgencyRoi.Demo;

/// <summary>
/// The database of the verbs <c>demo</c> and <c>import</c>: the one that the settings name, else the checkout's private server, which is
/// stopped again by the run that started it.
/// </summary>
internal sealed class DemoDatabase : IAsyncDisposable
{
    private const string Name = "agency_roi";
    private readonly PrivatePostgres? server;

    private DemoDatabase(PrivatePostgres? server, string app, string migrator, string ops) =>
        (this.server, App, Migrator, Ops) = (server, app, migrator, ops);

    public string App { get; }
    public string Migrator { get; }
    public string Ops { get; }

    /// <summary>Whether the settings name a server of somebody's own.</summary>
    public static bool IsGiven(IConfiguration settings) => Given(settings, "Superuser") is not null || Given(settings, "App") is not null;

    /// <param name="mayJoin">Whether the server may be one that another process runs just now, to be used beside it.</param>
    /// <exception cref="PostgresUnavailableException">There is no server; the message says what to do.</exception>
    /// <exception cref="SettingException">A setting is missing or does not lead to a server.</exception>
    public static async Task<DemoDatabase> OpenAsync(
        IConfiguration settings,
        PrivatePostgresOptions options,
        bool mayJoin,
        CancellationToken cancellationToken
    )
    {
        if (Given(settings, "Superuser") is { } superuser)
            return await OnServerOfAsync(new NpgsqlConnectionStringBuilder(superuser), cancellationToken);
        if (IsGiven(settings))
            return new(null, Needed(settings, "App"), Needed(settings, "Migrator"), Needed(settings, "Ops"));

        var server = mayJoin ? await PrivatePostgres.JoinAsync(options, cancellationToken) : null;
        server ??= await PrivatePostgres.StartAsync(options, cancellationToken);
        try
        {
            await server.CreateDatabaseIfMissingAsync(Name, cancellationToken);
            return new(
                server,
                server.ConnectionFor(Roles.App, Name),
                server.ConnectionFor(Roles.Migrator, Name),
                server.ConnectionFor(Roles.Ops, Name)
            );
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SettingException">There is no way to the database.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await new Migrator(Migrator).RunAsync(cancellationToken);
        }
        catch (NpgsqlException error)
        {
            throw new SettingException($"The database cannot be migrated: {error.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    private static async Task<DemoDatabase> OnServerOfAsync(NpgsqlConnectionStringBuilder superuser, CancellationToken cancellationToken)
    {
        if (superuser is not { Database: { Length: > 0 } name, Password: { Length: > 0 } password })
            throw new SettingException("ConnectionStrings:Superuser needs a Database, which is made when it is missing, and a Password.");
        var maintenance = new NpgsqlConnectionStringBuilder(superuser.ConnectionString) { Database = "postgres", Pooling = false };
        try
        {
            await Roles.EnsureAsync(maintenance.ConnectionString, PasswordOf, cancellationToken);
            await NewDatabase.CreateIfMissingAsync(maintenance.ConnectionString, name, cancellationToken);
        }
        catch (NpgsqlException error)
        {
            throw new SettingException($"ConnectionStrings:Superuser does not lead to a server that can be set up: {error.Message}");
        }
        return new(null, ConnectionFor(Roles.App), ConnectionFor(Roles.Migrator), ConnectionFor(Roles.Ops));

        string ConnectionFor(string role) =>
            new NpgsqlConnectionStringBuilder(superuser.ConnectionString) { Username = role, Password = PasswordOf(role) }.ConnectionString;

        string PasswordOf(string role) => GeneratedPassword.For(role, password);
    }

    private static string Needed(IConfiguration settings, string name) =>
        Given(settings, name)
        ?? throw new SettingException(
            $"""
            ConnectionStrings:{name} is not set. Besides ConnectionStrings:App this verb needs :Migrator and :Ops (db-migrations/README.md), or
            ConnectionStrings:Superuser in place of all three. Without any of them it uses a private server.
            """
        );

    private static string? Given(IConfiguration settings, string name) =>
        settings.GetConnectionString(name) is { Length: > 0 } connection ? connection : null;
}
