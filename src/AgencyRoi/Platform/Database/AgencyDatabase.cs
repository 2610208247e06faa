using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Database.Notices;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>The app's way into the database. Every read and write goes through a session of one agency.</summary>
/// <param name="places">Who may have how many connections; null: whoever comes, as in a verb that works alone.</param>
internal sealed class AgencyDatabase(NpgsqlDataSource dataSource, IEnumerable<ProductModule> modules, ConnectionPlaces? places = null)
{
    private static readonly TimeSpan PatienceAlone = TimeSpan.FromSeconds(15);
    private readonly MappedModules modules = new(modules);

    /// <summary>Whether connections prepare what they are asked for again.</summary>
    public PreparedStatements Statements { get; } = DataSources.StatementsOf(dataSource);

    /// <summary>What sessions have to tell other processes.</summary>
    public NoticeBoard Notices { get; } = new();

    /// <summary>
    /// Opens a connection, begins a transaction, sets tenant and client scope for it and looks whether the server did so, in one round trip. Nothing else is
    /// sent before.
    /// </summary>
    /// <exception cref="AgencyBusyException">The agency has as many sessions open as it may.</exception>
    /// <exception cref="SessionMismatchException">The server did something else.</exception>
    public Task<DatabaseSession> OpenAsync(TenantScope scope, SessionMode mode, CancellationToken cancellationToken) =>
        OpenAsync(scope, mode, rolledBack: null, cancellationToken);

    /// <summary>The same for one chunk of a dry run, which the caller does not commit.</summary>
    /// <param name="rolledBack">What the chunks before it would have stored.</param>
    public async Task<DatabaseSession> OpenAsync(
        TenantScope scope,
        SessionMode mode,
        RolledBackState? rolledBack,
        CancellationToken cancellationToken
    )
    {
        var place = places is null ? null : await places.TakeAsync(scope.Tenant.Id, cancellationToken);
        try
        {
            return await BeginAsync(scope, mode, place, rolledBack, cancellationToken);
        }
        catch
        {
            place?.Dispose();
            throw;
        }
    }

    /// <summary>A session for work of the process itself, which no agency can keep waiting: about tokens, and what is counted.</summary>
    public Task<DatabaseSession> OpenOwnAsync(TenantScope scope, SessionMode mode, CancellationToken cancellationToken) =>
        BeginAsync(scope, mode, place: null, rolledBack: null, cancellationToken);

    /// <summary>Reads something for which no tenant is needed, such as whose a token is.</summary>
    public Task<T> LookUpAsync<T>(Func<NpgsqlConnection, Task<T>> look, CancellationToken cancellationToken) =>
        OnLiveConnectionAsync(
            async connection =>
            {
                var found = await look(connection);
                await connection.DisposeAsync();
                return found;
            },
            cancellationToken
        );

    /// <summary>A connection of the app's role without a tenant, for notices and checks.</summary>
    /// <exception cref="DatabaseUnavailableException">There is none in time.</exception>
    public async Task<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(places?.Patience ?? PatienceAlone);
        try
        {
            return await dataSource.OpenConnectionAsync(patience.Token);
        }
        catch (Exception late) when (late is OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            throw new DatabaseUnavailableException("No connection was to be had in time.", late);
        }
    }

    private Task<DatabaseSession> BeginAsync(
        TenantScope scope,
        SessionMode mode,
        IDisposable? place,
        RolledBackState? rolledBack,
        CancellationToken cancellationToken
    ) =>
        OnLiveConnectionAsync(
            async connection =>
            {
                var transaction = await SessionStart.BeginAsync(connection, scope, mode, Statements, cancellationToken);
                return new DatabaseSession(connection, transaction, scope, mode, modules, Notices)
                {
                    Place = place,
                    RolledBack = rolledBack,
                };
            },
            cancellationToken
        );

    /// <summary>
    /// The pool does not know that an outage came and went: what it kept is dead. Whoever gets such a connection first gets another, since
    /// nothing was done yet.
    /// </summary>
    private async Task<T> OnLiveConnectionAsync<T>(Func<NpgsqlConnection, Task<T>> begin, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var connection = await OpenConnectionAsync(cancellationToken);
            try
            {
                return await begin(connection);
            }
            catch (SessionMismatchException)
            {
                // Not this connection alone: whatever stands before the database now, the others may lead through it too. Nobody gets it before it is gone.
                dataSource.Clear();
                await connection.DisposeAsync();
                throw;
            }
            catch (Exception failure)
            {
                await connection.DisposeAsync();
                if (!isFirst || !Outage.IsMeantBy(failure) || Outage.IsRefusal(failure))
                    throw;
                dataSource.Clear();
            }
        }
    }
}
