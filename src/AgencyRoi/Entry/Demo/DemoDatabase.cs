using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using Npgsql;

namespace AgencyRoi.Entry.Demo;

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

    /// <param name="use">What the verb may make on a server of somebody's own, and whether it may work beside another process.</param>
    /// <exception cref="PostgresUnavailableException">There is no server; the message says what to do.</exception>
    /// <exception cref="SettingException">A setting is missing or does not lead to a server.</exception>
    public static async Task<DemoDatabase> OpenAsync(
        IConfiguration settings,
        PrivatePostgresOptions options,
        DatabaseUse use,
        CancellationToken cancellationToken
    )
    {
        if (Given(settings, "Superuser") is { } superuser)
        {
            var logins = await new GivenServer(settings, superuser).OpenAsync(use, cancellationToken);
            return new(null, logins.App, logins.Migrator, logins.Ops);
        }
        if (IsGiven(settings))
            return new(null, Needed(settings, "App"), Needed(settings, "Migrator"), Needed(settings, "Ops"));

        var server = use == DatabaseUse.AsItIs ? await PrivatePostgres.JoinAsync(options, cancellationToken) : null;
        server ??= await PreparedPostgres.StartAsync(options, cancellationToken);
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

    /// <summary>
    /// For a verb that only works in a database: brings the private one up to date, and refuses one of somebody's own that is not.
    /// </summary>
    /// <exception cref="SettingException">There is no way to the database, or it has to be migrated first.</exception>
    public async Task RequireMigratedAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
        {
            await MigrateAsync(cancellationToken);
            return;
        }
        try
        {
            if (await MigrationHistory.IsCompleteAsync(App, cancellationToken))
                return;
        }
        catch (NpgsqlException error)
        {
            throw new SettingException($"The database cannot be used: {error.Message}");
        }
        throw new SettingException(
            "The database is not at the version of this program, and is not changed here: run the verb migrate first."
        );
    }

    /// <summary>Returns when the server has come to an end for good; a server of somebody's own is theirs to watch.</summary>
    /// <exception cref="PostgresUnavailableException">The private server has stopped and does not start again.</exception>
    public Task KeepRunningAsync(TextWriter output, CancellationToken cancellationToken) =>
        server is null ? Task.Delay(Timeout.Infinite, cancellationToken) : new ServerWatch(server, output).RunAsync(cancellationToken);

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
