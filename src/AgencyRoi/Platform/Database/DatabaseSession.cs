using System.Data;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Database.Notices;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Platform.Database;

/// <summary>A transaction of one agency on one connection. Disposed without a commit, it leaves no trace.</summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    private readonly MappedModules modules;
    private readonly NoticeBoard board;
    private readonly List<Notice> notices = [];
    private AgencyDbContext? db;

    // As the connection string says, while the server has the limits of its role.
    private int? secondsToWait;

    internal DatabaseSession(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        TenantScope scope,
        SessionMode mode,
        MappedModules modules,
        NoticeBoard board
    )
    {
        this.modules = modules;
        this.board = board;
        Connection = connection;
        Transaction = transaction;
        Scope = scope;
        Mode = mode;
    }

    public NpgsqlConnection Connection { get; }
    public NpgsqlTransaction Transaction { get; }
    public TenantScope Scope { get; }
    public SessionMode Mode { get; }
    public AgencyId TenantId => Scope.Tenant.Id;

    /// <summary>Whether the connection is still there, as far as is known.</summary>
    public bool IsUsable => Connection.State == ConnectionState.Open;

    /// <summary>In a dry run that takes several sessions, what those before this one would have stored; null: what was stored is in the tables.</summary>
    public RolledBackState? RolledBack { get; init; }

    /// <summary>What the session holds among the connections of its agency, and gives back at its end.</summary>
    internal IDisposable? Place { get; init; }

    /// <summary>EF on this connection and transaction, made on first use; it tracks changes only in a session that writes.</summary>
    public AgencyDbContext Db
    {
        get
        {
            DemandConnection();
            if (db is null)
            {
                db = AgencyDbContext.On(this, modules);
                db.Database.SetCommandTimeout(secondsToWait);
            }
            return db;
        }
    }

    /// <summary>For SQL of our own: a command on this connection and transaction.</summary>
    public NpgsqlCommand Command(string text)
    {
        DemandConnection();
        var command = new NpgsqlCommand(text, Connection, Transaction);
        command.CommandTimeout = secondsToWait ?? command.CommandTimeout;
        return command;
    }

    /// <summary>The same for several commands that travel together.</summary>
    public NpgsqlBatch Batch()
    {
        DemandConnection();
        var batch = new NpgsqlBatch(Connection, Transaction);
        batch.Timeout = secondsToWait ?? batch.Timeout;
        return batch;
    }

    /// <summary>
    /// For SQL of our own: of the clients that a statement is about, those that the session may see. The policies would do without it, as they would without the
    /// filters of EF.
    /// </summary>
    public ClientId[] Visible(IEnumerable<ClientId> clients) => [.. clients.Where(Scope.Clients.Includes)];

    /// <summary>The same for one client: the id of no row in place of one that may not be seen.</summary>
    public ClientId Visible(ClientId client) => Scope.Clients.Includes(client) ? client : new(NoRow.Id);

    /// <summary>The same for a statement that is about all clients when it is told of none: null then, or those of the session.</summary>
    public NpgsqlParameter VisibleOrAll(IEnumerable<ClientId>? clients = null) =>
        new()
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
            Value = (clients ?? Scope.Clients.Clients) is { } some ? Visible(some).ToGuids() : DBNull.Value,
        };

    /// <summary>
    /// For bulk work in chunks: a minute for each statement, each lock and each pause between two statements, where an operation has
    /// the seconds of its role.
    /// </summary>
    public Task AllowBulkWorkAsync(CancellationToken cancellationToken) =>
        LimitAsync("60s", waiting: (int)TimeSpan.FromMinutes(1.5).TotalSeconds, cancellationToken);

    /// <summary>For a verb of the command line that reads everything, and ends when it is told to.</summary>
    public Task AllowAnyTimeAsync(CancellationToken cancellationToken) => LimitAsync("0", waiting: 0, cancellationToken);

    // The client's limit beside the server's: the longer one, else what the server allows is cut off without an answer.
    private async Task LimitAsync(string limit, int waiting, CancellationToken cancellationToken)
    {
        await using (
            var command = Command(
                $"set local statement_timeout = '{limit}'; set local lock_timeout = '{limit}'; set local idle_in_transaction_session_timeout = '{limit}'"
            )
        )
            await command.ExecuteNonQueryAsync(cancellationToken);
        secondsToWait = waiting;
        db?.Database.SetCommandTimeout(waiting);
    }

    /// <summary>Something that other processes hear of once the transaction is committed, and never when it is not.</summary>
    public void NotifyAfterCommit(Notice notice) => notices.Add(notice);

    /// <exception cref="OutcomeUnknownException">The connection was lost in COMMIT: nobody here knows whether it was done.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        DemandConnection();
        try
        {
            await Transaction.CommitAsync(cancellationToken);
        }
        catch (Exception lost) when (Mode == SessionMode.Write && !Outage.IsRefusal(lost))
        {
            // Should it have been done, others hear of it: a notice is a hint to look.
            board.Pin(notices);
            throw new OutcomeUnknownException(lost);
        }
        board.Pin(notices);
    }

    public async ValueTask DisposeAsync()
    {
        // Each step also when the one before it failed, as it may on a connection that is gone.
        using var place = Place;
        await using var connection = Connection;
        await using var transaction = Transaction;
        if (db is not null)
            await db.DisposeAsync();
    }

    // EF would open a lost connection anew, without a transaction and without a tenant; other commands would fail in words that mean a bug.
    private void DemandConnection()
    {
        if (!IsUsable)
            throw new DatabaseUnavailableException("The connection was lost.");
    }
}
