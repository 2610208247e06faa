using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A number that may not be known exactly.</summary>
/// <param name="Expected">The most likely one.</param>
/// <param name="Low">The lowest it may be; null: it is known exactly on this side.</param>
/// <param name="High">The highest it may be; null: it is known exactly on this side.</param>
internal sealed record Estimate(decimal Expected, decimal? Low = null, decimal? High = null)
{
    public static implicit operator Metrics.Estimate(Estimate measured) =>
        new(measured.Low ?? measured.Expected, measured.Expected, measured.High ?? measured.Expected);
}

/// <summary>A measured number in a file: a column of its name, and two beside it for its bounds.</summary>
internal static class MeasuredColumns
{
    public static ImportColumn[] Of(string name, string description, bool isRequired = false) =>
        [
            new(name, description, isRequired),
            new($"{name}_low", $"The lowest that {name} may be, when it is not known exactly."),
            new($"{name}_high", $"The highest that {name} may be, when it is not known exactly."),
        ];

    /// <summary>The same of an amount of money.</summary>
    public static ImportColumn[] OfAmount(string name, string description, bool isRequired = false) =>
        [.. Of(name, description, isRequired).Select(column => new AmountColumn(column.Name, column.Description, column.IsRequired))];

    public static Estimate RequiredMeasured(this ImportRow row, string column) =>
        new(row.RequiredNumber(column), row.Number($"{column}_low"), row.Number($"{column}_high"));

    public static Estimate? Measured(this ImportRow row, string column) => row.Text(column) is null ? null : row.RequiredMeasured(column);
}
