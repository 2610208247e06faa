using Npgsql;

namespace AgencyRoi.Database;

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

    /// <summary>Safe to repeat: makes what is missing and sets the passwords.</summary>
    public static async Task EnsureAsync(string superuserConnection, Func<string, string> passwordOf, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(superuserConnection);
        await connection.OpenAsync(cancellationToken);
        var passwords = Logins.Select(role => $"alter role {role} password {Sql.Literal(passwordOf(role))};");
        var script = EmbeddedSql.Read("Database.roles.sql") + string.Join('\n', passwords);
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
