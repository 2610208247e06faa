using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Valuation;

/// <summary>Hours that somebody worked for a client on a day, with the rates in force on that day.</summary>
/// <param name="PerHour">The loaded cost of an hour, not what is billed for it.</param>
/// <param name="OverheadPerHour">The agency's overhead of an hour; null where none is kept.</param>
public sealed record TimeFact(
    string ExternalReference,
    DateOnly OccurredOn,
    decimal Hours,
    RoleClass Role,
    Money PerHour,
    Money? OverheadPerHour,
    Dimensions Dimensions
);

/// <summary>
/// Cost of work = hours x the loaded cost of an hour on that day, and beside it overhead = hours x overhead of an hour. Both are paid by
/// the agency: its fee is what the client pays. No hours make no line.
/// </summary>
public static class TimeValuation
{
    public static readonly ValuationMethod Method = new("hours-at-rate", 2);
    public static readonly ValuationMethod OverheadMethod = new("overhead-per-hour", 2);

    /// <param name="rates">Of the day, from the currency of the hour's cost.</param>
    /// <param name="overheadRates">Of the day, from the currency of the overhead.</param>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static IReadOnlyList<ValuedEntry> Value(TimeFact time, LedgerRates rates, LedgerRates overheadRates)
    {
        if (time.Hours == 0m)
            return [];
        var category = time.Role == RoleClass.Management ? CostCategory.ManagementTime : CostCategory.StaffTime;
        // Hours are counted once: in the category of the work.
        var work = Line(time, category, time.PerHour, rates, Method) with
        {
            Quantity = time.Hours,
        };
        return time.OverheadPerHour is { } overhead
            ? [work, Line(time, CostCategory.Overhead, overhead, overheadRates, OverheadMethod)]
            : [work];
    }

    private static ValuedEntry Line(TimeFact time, CostCategory category, Money perHour, LedgerRates rates, ValuationMethod method) =>
        CostEntryValuation.Line(
            new CostFact(time.ExternalReference, category, time.OccurredOn, perHour * time.Hours, PaidBy.Agency, time.Dimensions),
            Viewpoint.Agency,
            rates
        ) with
        {
            Unit = $"time:{time.ExternalReference}",
            Method = method,
            Inputs = new Dictionary<string, string>
            {
                ["hours"] = ExactAmount.Text(time.Hours),
                ["perHour"] = ExactAmount.Text(perHour.Amount),
            },
        };
}
