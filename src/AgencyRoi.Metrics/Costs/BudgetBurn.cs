namespace AgencyRoi.Metrics.Costs;

/// <summary>How spending stands against time.</summary>
public enum BurnPace
{
    /// <summary>Slower than time passes, by more than a tenth.</summary>
    Under,

    /// <summary>With time.</summary>
    OnPace,

    /// <summary>Faster than time passes, by more than a tenth.</summary>
    Over,

    /// <summary>More is spent than there was.</summary>
    Exhausted,
}

/// <summary>A budget on a day of its period.</summary>
/// <param name="Burned">Share of the budget spent.</param>
/// <param name="Elapsed">Share of the days that have passed.</param>
/// <param name="Projected">Spent at the end if each day costs what the days so far did; undefined before the first day has passed.</param>
/// <param name="ExhaustedOn">The day on which it runs out at that pace; null when it lasts.</param>
public sealed record BudgetBurn(
    decimal Budget,
    decimal Spent,
    Ratio Burned,
    decimal Elapsed,
    Ratio Projected,
    BurnPace Pace,
    DateOnly? ExhaustedOn
)
{
    private const decimal Tolerance = 0.1m;

    public decimal Left => Budget - Spent;

    /// <param name="asOf">The first day that is not counted yet; days before the period count none, days after it all.</param>
    /// <exception cref="ArgumentException">The period is empty.</exception>
    public static BudgetBurn Of(decimal budget, DateRange period, decimal spent, DateOnly asOf)
    {
        if (period.IsEmpty)
            throw new ArgumentException("A budget needs days.", nameof(period));
        var days = Math.Clamp(asOf.DayNumber - period.From.DayNumber, 0, period.Days);
        var elapsed = (decimal)days / period.Days;
        var burned = budget <= 0m ? Ratio.Undefined(UndefinedReason.NotMeasured) : Ratio.Of(spent / budget);
        var projected = days == 0 ? Ratio.Undefined(UndefinedReason.InsufficientHistory) : Ratio.Of(spent / elapsed);
        return new(
            Budget: budget,
            Spent: spent,
            burned,
            elapsed,
            projected,
            PaceOf(budget, spent, elapsed),
            Exhausted(budget, period, spent, days)
        );
    }

    private static BurnPace PaceOf(decimal budget, decimal spent, decimal elapsed) =>
        spent > budget ? BurnPace.Exhausted
        : spent > budget * elapsed * (1m + Tolerance) ? BurnPace.Over
        : spent < budget * elapsed * (1m - Tolerance) ? BurnPace.Under
        : BurnPace.OnPace;

    private static DateOnly? Exhausted(decimal budget, DateRange period, decimal spent, int days)
    {
        if (days == 0 || spent <= 0m || spent * period.Days <= budget * days)
            return null;
        return period.From.AddDays((int)(budget * days / spent));
    }
}
