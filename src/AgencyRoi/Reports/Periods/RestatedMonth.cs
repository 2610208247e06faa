using AgencyRoi.Ledger.Closings;
using AgencyRoi.Ledger.Entries;

namespace AgencyRoi.Reports.Periods;

/// <summary>A reported month as it is today. What was reported and the amounts of all causes together are exactly what it is now.</summary>
internal sealed class RestatedMonth(AsReported reported, IReadOnlyList<ClosedSum> sums, IReadOnlyList<CauseSum> causes)
{
    private readonly FourTotals totals = FourTotals.Of(sums.Select(sum => sum.InClientCurrency));

    /// <summary>The figures of today.</summary>
    public ReportedRoi Figures => new(reported.Scope, ReportedRounding.Together, [.. sums.Select(sum => (reported.Month, sum))]);

    /// <summary>The same before rounding.</summary>
    public ExactFigures Amounts => new(totals, reported.CurrencyCode);

    /// <summary>Today's amounts less those that were reported.</summary>
    public ExactFigures Difference =>
        new(FourTotals.Of([.. sums.Select(sum => sum.InClientCurrency), .. reported.Sums.Select(Minus)]), reported.CurrencyCode);

    /// <summary>Why it is different, in the order of the causes. A cause whose entries take each other back is listed too.</summary>
    public IReadOnlyList<RestatementCause> Causes =>
        [
            .. causes
                .GroupBy(sum => sum.Cause)
                .OrderBy(cause => cause.Key)
                .Select(cause => new RestatementCause(reported, cause.Key, [.. cause])),
        ];

    private static EntrySum Minus(ClosedSum sum)
    {
        var line = sum.InClientCurrency;
        return line with { Amount = -line.Amount, Adjusted = -line.Adjusted, Low = -line.Low, High = -line.High };
    }
}

/// <summary>Entries of one cause and kind that came after a closing.</summary>
internal readonly record struct CauseSum(EntryCause Cause, long Entries, EntrySum Sum);

/// <summary>A cause of a month's difference from what was reported.</summary>
internal sealed class RestatementCause(AsReported reported, EntryCause cause, IReadOnlyList<CauseSum> sums)
{
    internal AsReported Reported => reported;

    /// <summary>The reason.</summary>
    public EntryCause Cause => cause;

    /// <summary>How many rows of the ledger it made, reversals among them.</summary>
    public long EntryCount => sums.Sum(sum => sum.Entries);

    /// <summary>The amount that it adds to the reported one; below zero, what it takes away.</summary>
    public ExactFigures Amounts => new(FourTotals.Of(sums.Select(sum => sum.Sum)), reported.CurrencyCode);
}
