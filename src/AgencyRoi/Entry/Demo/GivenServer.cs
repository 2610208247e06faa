using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using Npgsql;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// A server of somebody's own, named by <c>ConnectionStrings:Superuser</c>. What exists on it is not changed: roles are logged in as with the
/// passwords of <c>ConnectionStrings:App</c>, <c>:Migrator</c> and <c>:Ops</c> where these are set, and else with those that the demo gives to
/// roles that it makes itself.
/// </summary>
internal sealed class GivenServer
{
    private readonly IConfiguration settings;
    private readonly NpgsqlConnectionStringBuilder superuser;
    private readonly string name;
    private readonly string password;

    /// <exception cref="SettingException">The setting says too little.</exception>
    public GivenServer(IConfiguration settings, string superuser)
    {
        this.settings = settings;
        this.superuser = new NpgsqlConnectionStringBuilder(superuser);
        if (this.superuser is not { Database: { Length: > 0 } database, Password: { Length: > 0 } secret })
            throw new SettingException(
                "ConnectionStrings:Superuser needs a Database, which the demo makes when it is missing, and a Password."
            );
        (name, password) = (database, secret);
    }

    private string Maintenance =>
        new NpgsqlConnectionStringBuilder(superuser.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString;

    /// <exception cref="SettingException">Something is missing or does not let us in; the message says what to do.</exception>
    public async Task<Logins> OpenAsync(DatabaseUse use, CancellationToken cancellationToken)
    {
        var logins = new Logins(ConnectionOf(Roles.App, "App"), ConnectionOf(Roles.Migrator, "Migrator"), ConnectionOf(Roles.Ops, "Ops"));
        try
        {
            if (use == DatabaseUse.SetUp)
            {
                await Roles.CreateIfNoneAsync(Maintenance, logins.PasswordOf, cancellationToken);
                await TryLoginsAsync(logins, cancellationToken);
                await NewDatabase.CreateIfMissingAsync(Maintenance, name, cancellationToken);
            }
            else
            {
                if (await Roles.MissingLoginsAsync(Maintenance, cancellationToken) is { Count: > 0 } missing)
                    throw new SettingException(
                        $"The server has no role {missing[0]}: the verb demo sets it up, or do so as db-migrations/README.md says."
                    );
                await TryLoginsAsync(logins, cancellationToken);
            }
        }
        catch (NpgsqlException error)
        {
            throw new SettingException($"ConnectionStrings:Superuser does not lead to a server that can be used: {error.Message}");
        }
        return logins;
    }

    private static async Task TryLoginsAsync(Logins logins, CancellationToken cancellationToken)
    {
        foreach (var connectionString in new[] { logins.App, logins.Migrator, logins.Ops })
        {
            // The product's own database may not be there yet.
            var login = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
            if (!await Roles.CanLogInAsync(login.ConnectionString, cancellationToken))
                throw new SettingException(
                    $"""
                    The role {login.Username} exists on this server with another password, which is not changed here: name it, with those of the
                    other login roles, in ConnectionStrings:App, ConnectionStrings:Migrator and ConnectionStrings:Ops beside ConnectionStrings:Superuser.
                    """
                );
        }
    }

    private string ConnectionOf(string role, string setting) =>
        settings.GetConnectionString(setting) is { Length: > 0 } given
            ? given
            : new NpgsqlConnectionStringBuilder(superuser.ConnectionString)
            {
                Username = role,
                Password = PasswordOf(role),
            }.ConnectionString;

    private string PasswordOf(string role) => GeneratedPassword.For(role, password);
}

/// <summary>A connection string for each login role.</summary>
internal sealed record Logins(string App, string Migrator, string Ops)
{
    public string PasswordOf(string role) =>
        new NpgsqlConnectionStringBuilder(
            role switch
            {
                Roles.App => App,
                Roles.Migrator => Migrator,
                Roles.Ops => Ops,
                _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
            }
        ).Password
        ?? throw new SettingException($"The connection string of {role} has no password: one is needed to make the role.");
}
