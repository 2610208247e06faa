using System.Globalization;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Reports.Periods;

/// <summary>The bound of one revaluation: more rows than these are not written in the time that an operation has.</summary>
internal static class RevaluedAtOnce
{
    public const int MostFacts = 10_000;

    /// <param name="entries">What a revaluation adds.</param>
    /// <param name="from">The first day that was asked for.</param>
    public static BadInputError? Refusal(IReadOnlyList<LedgerEntry> entries, DateOnly from) =>
        Refusal(entries.GroupBy(entry => entry.SourceId).Select(fact => fact.Min(entry => entry.Day)), from, MostFacts);

    /// <summary>Tells from which day on it is not too much. One day alone is revalued whatever it holds: there is nothing smaller to ask for.</summary>
    /// <param name="facts">The first day of each fact.</param>
    /// <param name="from">The first day that was asked for.</param>
    /// <param name="most">How many facts at once.</param>
    public static BadInputError? Refusal(IEnumerable<DateOnly> facts, DateOnly from, int most)
    {
        List<DateOnly> days = [.. facts.OrderDescending()];
        if (days.Count <= most)
            return null;
        var first = days[most] < days[0] ? days[most].AddDays(1) : days[0];
        return first <= from
            ? null
            : BadInputError.At(
                "from",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{days.Count} facts from this day on are worth something else, and at most {most} are revalued at once. Begin with from: {first:yyyy-MM-dd}, "
                ) + "then go back month by month to the day you want: what is revalued is not valued again."
            );
    }
}
