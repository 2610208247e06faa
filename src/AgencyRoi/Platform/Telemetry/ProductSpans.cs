using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgencyRoi.Platform.Telemetry;

/// <summary>
/// Spans and counters of postings and imports. Tags are counts and words of the product, never a tenant's: no agency, no client, no id of either and no
/// text of a row. Without a listener none is made.
/// </summary>
internal static class ProductSpans
{
    public const string RequestIdTag = "request.id";
    public const string EntriesTag = "ledger.entries";
    public const string ImportKindTag = "import.kind";
    public const string RowsTag = "import.rows";

    private const string Name = "AgencyRoi.Work";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Entries = Meter.CreateCounter<long>(
        "agencyroi.ledger.entries",
        "{entry}",
        "Entries that were sent to the ledger; those of a transaction that is rolled back are among them."
    );

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "agencyroi.import.rows",
        "{row}",
        "Rows that were read from files, by the kind of import."
    );

    public static Activity? Posting(int entries)
    {
        Entries.Add(entries);
        return Start("post")?.SetTag(EntriesTag, entries);
    }

    public static Activity? Import(string kind) => Start("import")?.SetTag(ImportKindTag, kind);

    public static void RowsRead(string kind, int rows) => Rows.Add(rows, new KeyValuePair<string, object?>(ImportKindTag, kind));

    private static Activity? Start(string name)
    {
        if (!Source.HasListeners())
            return null;
        var span = Source.StartActivity(name);
        return span?.SetTag(RequestIdTag, span.Parent?.GetTagItem(RequestIdTag));
    }
}
