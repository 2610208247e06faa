using System.Globalization;
using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Reports.Comparability;

/// <summary>Cost that is missing, in words.</summary>
internal static class MissingCost
{
    public static string Message(IReadOnlyCollection<CostCell> cells) => $"Hours have no rate, so that cost is missing: {List(cells)}.";

    /// <summary>Each category with its months.</summary>
    public static string List(IReadOnlyCollection<CostCell> cells) =>
        string.Join(
            "; ",
            cells
                .GroupBy(cell => cell.Category)
                .OrderBy(category => category.Key)
                .Select(category =>
                    $"{EnumCode.Of(category.Key)} in {string.Join(", ", category.Select(cell => cell.Month).Order().Select(Month))}"
                )
        );

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
