using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Attribution;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.AttributionRuns;

/// <summary>
/// Which channels, campaigns or posts earned the client's conversions of a period, by several models side by side, as the agency published it. Of each model the credits and what
/// is unattributed are together all conversions and all their value.
/// </summary>
[Portal]
internal sealed record PublishedAttribution
{
    /// <summary>The days whose conversions and refunds count.</summary>
    public required Period Period { get; init; }

    /// <summary>The dimension that conversions are credited to.</summary>
    public required AttributionDimension By { get; init; }

    /// <summary>Since when it is shown.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>All conversions, attributed or not.</summary>
    public required decimal Conversions { get; init; }

    /// <summary>What they are worth, less refunds.</summary>
    public required Money Value { get; init; }

    /// <summary>One for each model, in their order.</summary>
    [ListSize(AssumedSize = 4)]
    public required IReadOnlyList<PublishedAttributionModel> Models { get; init; }

    /// <summary>What the run's report shows to the client's people.</summary>
    internal static PublishedAttribution Of(AttributionRun run, DateTimeOffset publishedAt)
    {
        var report = StoredReport.Read(run.ReportText!); // it is done
        return new()
        {
            Period = report.Period,
            By = report.By,
            PublishedAt = publishedAt,
            Conversions = report.Conversions,
            Value = report.Value,
            Models = [.. report.Models.Select(PublishedAttributionModel.Of)],
        };
    }
}

/// <summary>The credits of one model, and what it leaves unattributed.</summary>
[Portal]
internal sealed record PublishedAttributionModel
{
    /// <summary>The model.</summary>
    public required AttributionModelType Type { get; init; }

    /// <summary>The credits of each value of the dimension, the most value first. At most a hundred stand by themselves, the others together in one at the end.</summary>
    [ListSize(AssumedSize = 20)]
    public required IReadOnlyList<PublishedAttributionRow> Rows { get; init; }

    /// <summary>Conversions that the model credits to nobody.</summary>
    public required decimal UnattributedConversions { get; init; }

    /// <summary>The value of these.</summary>
    public required Money UnattributedValue { get; init; }

    internal static PublishedAttributionModel Of(AttributedModel model) =>
        new()
        {
            Type = model.Type,
            Rows = [.. model.Rows.Select(PublishedAttributionRow.Of)],
            UnattributedConversions = model.UnattributedConversions,
            UnattributedValue = model.UnattributedValue,
        };
}

/// <summary>The credits of one value of the dimension.</summary>
[Portal]
internal sealed class PublishedAttributionRow : RowOfPart
{
    /// <summary>How many values of the dimension this row stands for, where it gathers those after the first hundred; else 0.</summary>
    public required int GatheredCount { get; init; }

    /// <summary>Conversions, credited in part.</summary>
    public required decimal Conversions { get; init; }

    /// <summary>What they are worth, less refunds.</summary>
    public required Money Value { get; init; }

    internal static PublishedAttributionRow Of(AttributionRow row) =>
        new()
        {
            Part = row.Part,
            GatheredCount = row.GatheredCount,
            Conversions = row.Conversions,
            Value = row.Value,
        };
}
