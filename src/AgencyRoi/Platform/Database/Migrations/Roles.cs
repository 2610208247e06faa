using Npgsql;

namespace AgencyRoi.Platform.Database.Migrations;

/// <summary>The roles of the product and what each may do; <c>roles.sql</c> makes them, once per cluster, as superuser.</summary>
internal static class Roles
{
    /// <summary>Owns everything; nobody logs in as it.</summary>
    public const string Owner = "agency_roi_owner";

    /// <summary>Logs in for migrations and becomes the owner.</summary>
    public const string Migrator = "agency_roi_migrator";

    /// <summary>The running product. Sees one agency at a time.</summary>
    public const string App = "agency_roi_app";

    /// <summary>Creates agencies, exports and erases; sees all of them. Never used to answer a request.</summary>
    public const string Ops = "agency_roi_ops";

    /// <summary>Owns the functions that must look before the agency is known, and nothing else.</summary>
    public const string Lookup = "agency_roi_lookup";

    private static readonly string[] Logins = [Migrator, App, Ops];

    /// <summary>The script that makes the roles, for whoever runs it themselves: beside the program.</summary>
    public static string Script => Path.Combine(AppContext.BaseDirectory, "roles.sql");

    /// <summary>
    /// On a server of somebody's own: makes the roles where there are none. Roles that exist are left as they are, their passwords and settings too.
    /// </summary>
    /// <exception cref="SettingException">Some exist and others do not.</exception>
    public static async Task CreateIfNoneAsync(
        string superuserConnection,
        Func<string, string> passwordOf,
        CancellationToken cancellationToken
    )
    {
        string[] all = [Owner, Migrator, App, Ops, Lookup];
        var missing = await MissingAsync(superuserConnection, all, cancellationToken);
        if (missing.Count == all.Length)
            await EnsureAsync(superuserConnection, passwordOf, cancellationToken);
        else if (missing.Count > 0)
            throw new SettingException(
                $"""
                The server has some of the product's roles and lacks {string.Join(", ", missing)}. What exists is not changed here: run
                psql -f {Script}
                as superuser, which sets no passwords, and then this again.
                """
            );
    }

    /// <summary>Those of the login roles that do not exist.</summary>
    public static Task<IReadOnlyList<string>> MissingLoginsAsync(string superuserConnection, CancellationToken cancellationToken) =>
        MissingAsync(superuserConnection, Logins, cancellationToken);

    /// <summary>Whether the password is right.</summary>
    public static async Task<bool> CanLogInAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(
        string superuserConnection,
        string[] wanted,
        CancellationToken cancellationToken
    )
    {
        await using var connection = new NpgsqlConnection(superuserConnection);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "select w.name from unnest($1::text[]) as w (name) where not exists (select from pg_roles r where r.rolname = w.name)",
            connection
        )
        {
            Parameters = { new() { Value = wanted } },
        };
        var missing = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            missing.Add(reader.GetString(0));
        return missing;
    }

    /// <summary>For a cluster of our own. Safe to repeat: makes what is missing and sets the passwords.</summary>
    public static async Task EnsureAsync(string superuserConnection, Func<string, string> passwordOf, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(superuserConnection);
        await connection.OpenAsync(cancellationToken);
        var passwords = Logins.Select(role => $"alter role {role} password {Sql.Literal(passwordOf(role))};");
        var script = EmbeddedSql.Read("Platform.Database.Migrations.roles.sql") + string.Join('\n', passwords);
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
