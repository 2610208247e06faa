namespace AgencyRoi.Reports.LedgerChanges;

/// <summary>
/// Which clients have to be looked at for one who follows ledgers: each once, however often it changed, so that one who is slow costs no
/// more memory than there are clients.
/// </summary>
internal sealed class LedgerFollower(Func<ClientId, bool> concerns, Action<LedgerFollower> leave) : IDisposable
{
    // Every so often all are looked at without a notice: one can be lost with the process that was to send it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock sync = new();
    private readonly SemaphoreSlim filled = new(1, 1);
    private HashSet<ClientId> changed = [];
    private bool isAll = true;

    public void Note(ClientId clientId)
    {
        if (!concerns(clientId))
            return;
        lock (sync)
        {
            changed.Add(clientId);
            Fill();
        }
    }

    public void NoteAll()
    {
        lock (sync)
        {
            isAll = true;
            Fill();
        }
    }

    /// <summary>The clients that changed since the last call; null when all of them have to be looked at, as at the first call.</summary>
    public async Task<IReadOnlyCollection<ClientId>?> NextAsync(CancellationToken cancellationToken)
    {
        var isFilled = await filled.WaitAsync(Patience, cancellationToken);
        lock (sync)
        {
            var next = isAll || !isFilled ? null : changed;
            (changed, isAll) = ([], false);
            return next;
        }
    }

    public void Dispose()
    {
        leave(this);
        filled.Dispose();
    }

    private void Fill()
    {
        if (filled.CurrentCount == 0)
            filled.Release();
    }
}
