using AgencyRoi.Database.Notices;
using AgencyRoi.Tenancy;
using Npgsql;

namespace AgencyRoi.Database;

/// <summary>The app's way into the database. Every read and write goes through a session of one agency.</summary>
internal sealed class AgencyDatabase(NpgsqlDataSource dataSource, IEnumerable<ProductModule> modules)
{
    private readonly MappedModules modules = new(modules);

    /// <summary>The pool of the app's role, for what needs no tenant: checks of health and the lookup of a token.</summary>
    public NpgsqlDataSource DataSource => dataSource;

    /// <summary>What sessions have to tell other processes.</summary>
    public NoticeBoard Notices { get; } = new();

    /// <summary>Opens a connection, begins a transaction and sets tenant and client scope for it, in one round trip.</summary>
    public async Task<DatabaseSession> OpenAsync(TenantScope scope, SessionMode mode, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await SessionStart.BeginAsync(connection, scope, mode, cancellationToken);
            return new DatabaseSession(connection, transaction, scope, mode, modules, Notices);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
