using System.Runtime.ExceptionServices;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Platform.Database;

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
    private ExceptionDispatchInfo? failed;

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
            // After a failed statement a transaction refuses all others: they failed for the same reason, and need not be sent.
            failed?.Throw();
            return await load(Current, cancellationToken);
        }
        catch (Exception failure) when (failed is null && Outage.BehindOf(failure) is not null)
        {
            failed = ExceptionDispatchInfo.Capture(failure);
            throw;
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
            var due = afterCommit.ToArray();
            try
            {
                await Current.CommitAsync(cancellationToken);
            }
            catch (OutcomeUnknownException)
            {
                // A cached value that may be out of date is forgotten too.
                foreach (var action in due)
                    action();
                throw;
            }
            await CloseAsync();
            foreach (var action in due)
                action();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>
    /// Ends a read. All that it read is of one moment, so the end can take nothing back, and an end that fails is no failure of the read.
    /// </summary>
    /// <returns>Why the end failed; null when it did not.</returns>
    public async Task<Exception?> EndReadAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (session is { IsUsable: true, Mode: SessionMode.Read } read && failed is null)
                await read.CommitAsync(CancellationToken.None);
            await CloseAsync();
            return null;
        }
        catch (Exception failure) when (Outage.IsMeantBy(failure))
        {
            return failure;
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
            failed = null;
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
