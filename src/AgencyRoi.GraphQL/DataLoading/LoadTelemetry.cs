using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>Spans and metrics of the batches of data loaders: which loader, and how many keys. The keys themselves are never told.</summary>
internal static class LoadTelemetry
{
    private const string Name = "AgencyRoi.GraphQL.Loads";
    private const string RequestIdTag = "request.id";
    private const string LoaderTag = "graphql.loader";

    private static readonly ActivitySource Source = new(Name);

    private static readonly Histogram<int> Keys = new Meter(Name).CreateHistogram<int>(
        "agencyroi.graphql.load.keys",
        "{key}",
        "How many keys the batches of a data loader had."
    );

    /// <summary>A span of a batch, which is disposed when its values are there; null without a listener.</summary>
    public static Activity? Begin(Type loader, int keys)
    {
        if (Keys.Enabled)
            Keys.Record(keys, new KeyValuePair<string, object?>(LoaderTag, loader.Name));
        if (!Source.HasListeners())
            return null;
        var span = Source.StartActivity("load " + loader.Name);
        span?.SetTag(LoaderTag, loader.Name);
        span?.SetTag("graphql.load.keys", keys);
        span?.SetTag(RequestIdTag, span.Parent?.GetTagItem(RequestIdTag));
        return span;
    }
}
