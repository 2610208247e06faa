using System.Diagnostics;
using AgencyRoi.Platform.Database.Outages;

namespace AgencyRoi.Platform.Database;

/// <summary>How many connections there are, and for whom.</summary>
/// <param name="All">What the pool holds.</param>
/// <param name="Agencies">What all agencies together may have; the rest is for the process itself: tokens, notices.</param>
/// <param name="EachAgency">What one agency may have.</param>
/// <param name="Patience">How long anybody waits.</param>
internal sealed record ConnectionLimits(int All, int Agencies, int EachAgency, TimeSpan Patience)
{
    public static ConnectionLimits From(IConfiguration settings, int all)
    {
        var agencies = Math.Max(1, all - Math.Max(1, all / 10));
        var each = settings.GetValue("Database:ConnectionsPerAgency", Math.Max(1, agencies / 2));
        var seconds = settings.GetValue("Database:WaitSeconds", 5.0);
        if (each < 1 || each > agencies)
            throw new SettingException($"Database:ConnectionsPerAgency lies between 1 and {agencies}, nine tenths of the pool.");
        if (seconds is not (> 0 and <= 60))
            throw new SettingException("Database:WaitSeconds is above 0 and at most 60.");
        return new(all, agencies, each, TimeSpan.FromSeconds(seconds));
    }
}

/// <summary>
/// The places for sessions of agencies, in this process. One agency never has all of them, and all agencies together leave some to the
/// process. Whoever waits does so here, for a bounded time, and not in the pool.
/// </summary>
internal sealed class ConnectionPlaces(ConnectionLimits limits)
{
    private readonly Places shared = new(new SemaphoreSlim(limits.Agencies));
    private readonly Dictionary<AgencyId, Places> agencies = [];

    /// <summary>The number of connections that the pool holds.</summary>
    public int All => limits.All;

    public TimeSpan Patience => limits.Patience;

    /// <exception cref="AgencyBusyException">The agency has all of its places.</exception>
    /// <exception cref="DatabaseUnavailableException">Other agencies have the rest.</exception>
    public async ValueTask<IDisposable> TakeAsync(AgencyId agency, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var own = Enter(agency);
        try
        {
            if (!await own.Free.WaitAsync(limits.Patience, cancellationToken))
                throw new AgencyBusyException();
            try
            {
                var left = limits.Patience - Stopwatch.GetElapsedTime(began);
                if (!await shared.Free.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken))
                    throw new DatabaseUnavailableException("All connections are in use.");
            }
            catch
            {
                own.Free.Release();
                throw;
            }
        }
        catch
        {
            Leave(agency);
            throw;
        }
        return new Place(this, agency, own);
    }

    private Places Enter(AgencyId agency)
    {
        lock (agencies)
        {
            if (!agencies.TryGetValue(agency, out var own))
                agencies[agency] = own = new Places(new SemaphoreSlim(limits.EachAgency));
            own.Users++;
            return own;
        }
    }

    // An agency of which nobody is here is forgotten.
    private void Leave(AgencyId agency)
    {
        lock (agencies)
        {
            if (--agencies[agency].Users == 0)
                agencies.Remove(agency);
        }
    }

    private sealed class Places(SemaphoreSlim free)
    {
        public SemaphoreSlim Free { get; } = free;

        public int Users { get; set; }
    }

    private sealed class Place(ConnectionPlaces places, AgencyId agency, Places own) : IDisposable
    {
        private bool isLeft;

        public void Dispose()
        {
            if (isLeft)
                return;
            isLeft = true;
            places.shared.Free.Release();
            own.Free.Release();
            places.Leave(agency);
        }
    }
}
