using AgencyRoi.Ledger.Posting;

namespace AgencyRoi.Records.Valuation;

internal static class OpenDays
{
    /// <summary>The days of terms, each once.</summary>
    public static DateOnly[] DaysOf(this IEnumerable<PostedTerms> terms) => [.. terms.Select(each => each.Day).Distinct()];
}
