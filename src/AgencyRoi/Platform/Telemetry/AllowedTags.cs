using System.Diagnostics;
using OpenTelemetry;

namespace AgencyRoi.Platform.Telemetry;

/// <summary>
/// Tags that may leave the process; every other tag of a span is taken off before it is exported, whichever library set it. So neither SQL nor a query
/// string nor an address gets out, and a library's next version cannot add what nobody has looked at.
/// </summary>
internal sealed class AllowedTags : BaseProcessor<Activity>
{
    public const string StatementSpan = "statement";

    private const string StatementSource = "Npgsql";

    private static readonly HashSet<string> Allowed =
    [
        ProductSpans.RequestIdTag,
        ProductSpans.EntriesTag,
        ProductSpans.ImportKindTag,
        ProductSpans.RowsTag,
        "graphql.operation.type",
        "graphql.document.id",
        "graphql.loader",
        "graphql.load.keys",
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "url.scheme",
        "db.system.name",
        "db.response.status_code",
        "error.type",
    ];

    /// <summary>Spans of a library have the request's id from what they are part of.</summary>
    public override void OnStart(Activity data)
    {
        if (data.GetTagItem(ProductSpans.RequestIdTag) is null)
            data.SetTag(ProductSpans.RequestIdTag, data.Parent?.GetTagItem(ProductSpans.RequestIdTag));
    }

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Allowed.Contains(tag.Key)).ToList())
            data.SetTag(tag.Key, null);
        data.SetStatus(data.Status); // Without its description, which is a message.
        if (data.Source.Name == StatementSource)
            data.DisplayName = StatementSpan;
        // An event is an exception with its message, and cannot be taken off: what it is part of says that it failed.
        if (data.Events.Any())
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
