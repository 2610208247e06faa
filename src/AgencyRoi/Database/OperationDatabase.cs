using AgencyRoi.Tenancy;

namespace AgencyRoi.Database;

/// <summary>
/// The database as one GraphQL operation sees it: at most one open session, and at most one load at a time on it, since a
/// connection can do no more. A query begins a read and commits it; a mutation's field begins a write, commits it, and begins a
/// read for its payload. What is open when the operation's services are disposed is rolled back.
/// </summary>
internal sealed class OperationDatabase(AgencyDatabase database, ITenantContextAccessor tenant) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly List<Action> afterCommit = [];
    private DatabaseSession? session;

    public bool IsOpen => session is not null;

    /// <exception cref="InvalidOperationException">Nothing was begun.</exception>
    public DatabaseSession Current => session ?? throw new InvalidOperationException("The operation has no open session.");

    public Task BeginReadAsync(CancellationToken cancellationToken) => BeginAsync(SessionMode.Read, cancellationToken);

    public Task BeginWriteAsync(CancellationToken cancellationToken) => BeginAsync(SessionMode.Write, cancellationToken);

    /// <summary>Runs a load when the connection is free.</summary>
    public async Task<T> RunAsync<T>(Func<DatabaseSession, CancellationToken, Task<T>> load, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await load(Current, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Something to do in this process once the write is safe, such as forgetting a cached value.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await Current.CommitAsync(cancellationToken);
            var due = afterCommit.ToArray();
            await CloseAsync();
            foreach (var action in due)
                action();
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task RollbackAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await CloseAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        gate.Dispose();
    }

    private async Task BeginAsync(SessionMode mode, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (session is not null)
                throw new InvalidOperationException("The operation's session is open already.");
            session = await database.OpenAsync(tenant.Current, mode, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task CloseAsync()
    {
        afterCommit.Clear();
        if (session is null)
            return;
        var closing = session;
        session = null;
        await closing.DisposeAsync();
    }
}
