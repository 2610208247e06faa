using System.Collections.Concurrent;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Access;

/// <summary>
/// Tells those who serve for long when the caller that they serve has come to an end, wherever the token was revoked or the
/// member removed: looks every two seconds, and at once when it hears of such a thing.
/// </summary>
internal sealed class CallerWatch(AgencyDatabase database, CallerEnds ends, TimeProvider time, OutageLog outages) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<TaskCompletionSource<GraphQLError>, Viewer> watched = new();

    // Never disposed, and holds nothing that would have to be: a listener may still give a hint when the process ends.
    private readonly SemaphoreSlim hints = new(0);

    /// <summary>Completes with the reason for which the viewer may be served no longer.</summary>
    public async Task<GraphQLError> EndOfAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource<GraphQLError>(TaskCreationOptions.RunContinuationsAsynchronously);
        watched[end] = viewer;
        try
        {
            // The viewer may come from the memory of some seconds ago.
            LookNow();
            return await end.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            watched.TryRemove(end, out _);
        }
    }

    public void LookNow() => hints.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await hints.WaitAsync(Interval, stoppingToken);
                while (hints.Wait(0, CancellationToken.None)) { }
                foreach (var agency in watched.ToArray().GroupBy(entry => entry.Value.Agency))
                    await TryLookAsync(agency.Key, [.. agency], stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    // Without a database nothing is served to anybody: each event is read there. So an outage ends no stream.
    private async Task TryLookAsync(
        TenantInfo agency,
        IReadOnlyCollection<KeyValuePair<TaskCompletionSource<GraphQLError>, Viewer>> streams,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var scope = new TenantScope(agency, ClientScope.All, "caller-watch");
            await using var session = await database.OpenOwnAsync(scope, SessionMode.Read, cancellationToken);
            var viewers = streams.Select(stream => stream.Value);
            var ended = await ends.FindAsync(session, viewers, time.GetUtcNow(), cancellationToken);
            foreach (var (stream, viewer) in streams)
                if (ended.TryGetValue(viewer, out var reason))
                    stream.TrySetResult(reason);
        }
        catch (NpgsqlException error)
        {
            outages.Note(error);
        }
    }
}
