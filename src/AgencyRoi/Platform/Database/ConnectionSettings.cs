using Npgsql;

namespace AgencyRoi.Platform.Database;

internal static class ConnectionSettings
{
    /// <exception cref="SettingException">It is not set, or has a word that no connection has.</exception>
    public static string RequiredConnection(this IConfiguration settings, string name) =>
        settings.GetConnectionString(name) is { Length: > 0 } connection
            ? Readable(connection, name)
            : throw new SettingException(
                $"""
                ConnectionStrings:{name} is not set. Set it, for example by the environment variable ConnectionStrings__{name}
                (db-migrations/README.md says which role it logs in as), or run the verb demo, which needs no database of yours.
                """
            );

    // The message of the library has the word, and nothing of the password.
    private static string Readable(string connection, string name)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
            return connection;
        }
        catch (ArgumentException error)
        {
            throw new SettingException($"ConnectionStrings:{name} cannot be read: {error.Message}");
        }
    }

    /// <exception cref="SettingException">It is not above 0.</exception>
    public static int AboveZero(this IConfiguration settings, string name, int usual) =>
        settings.GetValue(name, usual) is > 0 and var number ? number : throw new SettingException($"{name} is above 0.");
}

/// <summary>A setting is missing or cannot be used; the message says which and what to do.</summary>
internal sealed class SettingException(string message) : Exception(message);
