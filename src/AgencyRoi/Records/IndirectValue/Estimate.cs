using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A number that may not be known exactly.</summary>
/// <param name="Expected">The most likely one.</param>
/// <param name="Low">The lowest it may be; null: it is known exactly on this side.</param>
/// <param name="High">The highest it may be; null: it is known exactly on this side.</param>
[Portal]
internal sealed record Estimate(decimal Expected, decimal? Low = null, decimal? High = null) : IInColumns<Estimate>
{
    public static implicit operator Metrics.Estimate(Estimate measured) =>
        new(measured.Low ?? measured.Expected, measured.Expected, measured.High ?? measured.Expected);

    public static IReadOnlyList<ImportColumn> Beside(ImportColumn first) =>
        [
            first with
            {
                Name = $"{first.Name}_low",
                Description = $"The lowest that {first.Name} may be, when it is not known exactly.",
                IsRequired = false,
            },
            first with
            {
                Name = $"{first.Name}_high",
                Description = $"The highest that {first.Name} may be, when it is not known exactly.",
                IsRequired = false,
            },
        ];

    public static Estimate Read(ImportRow row, string column) =>
        new(row.RequiredNumber(column), row.Number($"{column}_low"), row.Number($"{column}_high"));
}
