using System.Collections.Concurrent;
using System.Diagnostics;

namespace AgencyRoi.Tests.Platform.Telemetry;

/// <summary>Spans that have ended since this was made. It listens after the product's own processor, and so sees what an exporter would.</summary>
internal sealed class CapturedSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public CapturedSpans()
    {
        listener = new()
        {
            ShouldListenTo = source =>
                source.Name is "Npgsql" or "Microsoft.AspNetCore" || source.Name.StartsWith("AgencyRoi", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The exported spans of the requests with these ids; other tests may run beside this one.</summary>
    public IReadOnlyList<Activity> Of(IReadOnlyCollection<string> requestIds)
    {
        var spans = ended.ToArray();
        var traces = spans
            .Where(span => span.GetTagItem("request.id") is string id && requestIds.Contains(id))
            .Select(span => span.TraceId)
            .ToHashSet();
        return [.. spans.Where(span => span.Recorded && traces.Contains(span.TraceId))];
    }

    public void Dispose() => listener.Dispose();
}
