namespace AgencyRoi.Ledger.Sums;

/// <summary>Whole months as years to date: the sums up to the end of some months, less those up to the end of others.</summary>
/// <param name="Counted">December of each year but the last, and the last month.</param>
/// <param name="Less">The month before the first one, when both are of one year.</param>
internal sealed record YearsToDate(DateOnly[] Counted, DateOnly[] Less)
{
    /// <summary>Whether one month's sums are all: the months begin with a January and end in the same year.</summary>
    public bool IsOne => Counted.Length == 1 && Less.Length == 0;

    /// <param name="months">Whole months; there may be none.</param>
    public static YearsToDate Of(DateRange months)
    {
        if (months.IsEmpty)
            return new([], []);
        var last = months.To.AddDays(-1);
        return new(
            [
                .. Enumerable.Range(months.From.Year, last.Year - months.From.Year).Select(year => new DateOnly(year, 12, 1)),
                IntervalBuckets.StartOf(last, TimeInterval.Month),
            ],
            months.From.Month == 1 ? [] : [months.From.AddMonths(-1)]
        );
    }
}
