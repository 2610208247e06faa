using System.Collections.Concurrent;
using System.Diagnostics;

namespace AgencyRoi.Tests;

/// <summary>
/// Counts the commands that one database is sent while it lives: what opens a session is one of them, BEGIN and COMMIT travel
/// without being counted.
/// </summary>
internal sealed class StatementCounter : IDisposable
{
    // What was posted before is told to listeners in the background, at a moment of its own.
    private const string Notice = "set local synchronous_commit = off";

    private readonly ConcurrentQueue<string> texts = new();
    private readonly ActivityListener listener;

    public StatementCounter(TestDatabase database)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.namespace") is not string name || name != database.Name)
                    return;
                var text = activity.GetTagItem("db.query.text") as string ?? activity.DisplayName;
                if (!text.StartsWith(Notice, StringComparison.Ordinal))
                    texts.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public int Count => texts.Count;

    /// <summary>In the order they ended, for the message of a failing test.</summary>
    public IReadOnlyList<string> Texts => [.. texts];

    public void Dispose() => listener.Dispose();
}
