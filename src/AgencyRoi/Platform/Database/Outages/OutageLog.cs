using System.Diagnostics.Metrics;
using Npgsql;

namespace AgencyRoi.Platform.Database.Outages;

/// <summary>
/// An outage fails a thousand requests a second, all in the same way. The first of a kind is logged with its trace, the others are counted, and
/// the count is logged once a minute until a minute passes without any.
/// </summary>
internal sealed partial class OutageLog(IMeterFactory meters, ILogger<OutageLog> log) : IDisposable
{
    public const string CounterName = "agencyroi.unavailable";

    private readonly TimeSpan interval = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, Storm> storms = [];
    private readonly Lock sync = new();
    private readonly Counter<long> counter = meters
        .Create("AgencyRoi")
        .CreateCounter<long>(CounterName, "{failure}", "Failures because the database could not be worked with.");

    public void Note(Exception failure)
    {
        var kind = KindOf(failure);
        counter.Add(1, new KeyValuePair<string, object?>("kind", kind));
        lock (sync)
        {
            if (storms.TryGetValue(kind, out var storm))
            {
                storm.More++;
                return;
            }
            storms[kind] = new Storm(new Timer(_ => Tell(kind), null, interval, interval));
        }
        First(log, failure, kind);
    }

    public void Dispose()
    {
        lock (sync)
        {
            foreach (var storm in storms.Values)
                storm.Timer.Dispose();
            storms.Clear();
        }
    }

    private void Tell(string kind)
    {
        long more;
        lock (sync)
        {
            if (!storms.TryGetValue(kind, out var storm))
                return;
            more = storm.More;
            storm.More = 0;
            if (more == 0)
            {
                storm.Timer.Dispose();
                storms.Remove(kind);
            }
        }
        if (more > 0)
            Further(log, more, kind);
        else
            Over(log, kind);
    }

    // Few: SQLSTATEs and names of types, nothing that a caller sends.
    private static string KindOf(Exception failure) =>
        Outage.BehindOf(failure) is PostgresException { SqlState: var state } ? state
        : failure is OutcomeUnknownException or AgencyBusyException ? failure.GetType().Name
        : "no connection";

    [LoggerMessage(
        LogLevel.Error,
        "The database cannot be worked with ({Kind}). Further failures of this kind are counted and told once a minute."
    )]
    private static partial void First(ILogger log, Exception failure, string kind);

    [LoggerMessage(LogLevel.Warning, "{Count} further failures of the kind {Kind} in the last minute.")]
    private static partial void Further(ILogger log, long count, string kind);

    [LoggerMessage(LogLevel.Information, "No further failures of the kind {Kind} for a minute.")]
    private static partial void Over(ILogger log, string kind);

    private sealed class Storm(Timer timer)
    {
        public Timer Timer { get; } = timer;

        public long More { get; set; }
    }
}
