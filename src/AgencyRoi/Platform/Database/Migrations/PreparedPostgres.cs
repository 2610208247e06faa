using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Platform.Database.Migrations;

/// <summary>A private server with the product's roles and databases on it.</summary>
internal static class PreparedPostgres
{
    /// <exception cref="PostgresUnavailableException">No server could be had; the message says what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken cancellationToken = default)
    {
        var server = await PrivatePostgres.StartAsync(options, cancellationToken);
        try
        {
            await Roles.EnsureAsync(server.SuperuserConnection("postgres"), server.PasswordOf, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A database of the product's, owned by the owner's role.</summary>
    public static Task CreateDatabaseIfMissingAsync(
        this PrivatePostgres server,
        string name,
        CancellationToken cancellationToken = default
    ) => NewDatabase.CreateIfMissingAsync(server.SuperuserConnection("postgres"), name, cancellationToken);
}
