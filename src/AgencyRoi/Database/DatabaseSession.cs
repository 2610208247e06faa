using AgencyRoi.Database.Notices;
using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Database;

/// <summary>One transaction of one agency on one connection. Disposed without a commit, it leaves no trace.</summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    private readonly MappedModules modules;
    private readonly NoticeBoard board;
    private readonly List<Notice> notices = [];
    private AgencyDbContext? db;

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
    public Guid TenantId => Scope.Tenant.Id;

    /// <summary>EF on this connection and transaction, made on first use; it tracks changes only in a session that writes.</summary>
    public AgencyDbContext Db => db ??= AgencyDbContext.On(this, modules);

    /// <summary>For SQL of our own: a command on this connection and transaction.</summary>
    public NpgsqlCommand Command(string text) => new(text, Connection, Transaction);

    /// <summary>
    /// For bulk work in chunks: a minute for each statement, each lock and each pause between two statements, where an operation has
    /// the seconds of its role.
    /// </summary>
    public async Task AllowBulkWorkAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(
            "set local statement_timeout = '60s'; set local lock_timeout = '60s'; set local idle_in_transaction_session_timeout = '60s'"
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Something that other processes hear of once the transaction is committed, and never when it is not.</summary>
    public void NotifyAfterCommit(Notice notice) => notices.Add(notice);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Transaction.CommitAsync(cancellationToken);
        board.Pin(notices);
    }

    public async ValueTask DisposeAsync()
    {
        if (db is not null)
            await db.DisposeAsync();
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
