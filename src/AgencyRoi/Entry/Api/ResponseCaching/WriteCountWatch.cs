using AgencyRoi.GraphQL.Caching;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Api.ResponseCaching;

/// <summary>Tells how much was written in an agency. Whoever asks gets a look that begins after they asked; those who wait for one share it.</summary>
internal sealed class WriteCountWatch(AgencyDatabase database)
{
    private readonly BoundedCache<AgencyId, Looks> agencies = new("write counts", maxEntries: 10_000);

    /// <summary>What <see cref="WriteCounts"/> says at a moment between this call and its end.</summary>
    public Task<string> LookAsync(TenantInfo agency, CancellationToken cancellationToken) =>
        agencies.GetOrAdd(agency.Id, _ => new Looks()).NextAsync(() => ReadAsync(agency)).WaitAsync(cancellationToken);

    // Shared, so no caller's end is its end; the connection and the statement have limits of their own.
    private async Task<string> ReadAsync(TenantInfo agency)
    {
        await using var session = await database.OpenOwnAsync(
            new TenantScope(agency, ClientScope.All), // Whom the credential named; no row of the agency's clients is read.
            SessionMode.Read,
            CancellationToken.None
        );
        return await WriteCounts.OfAsync(session, CancellationToken.None);
    }

    /// <summary>At most one look of an agency runs, and at most one waits for it.</summary>
    private sealed class Looks
    {
        private readonly Lock sync = new();
        private Task<string>? running;
        private Task<string>? waiting;

        public Task<string> NextAsync(Func<Task<string>> look)
        {
            lock (sync)
                return running is null or { IsCompleted: true } ? running = look() : waiting ??= AfterAsync(running, look);
        }

        private async Task<string> AfterAsync(Task before, Func<Task<string>> look)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            lock (sync)
                (running, waiting) = (waiting, null);
            return await look();
        }
    }
}
