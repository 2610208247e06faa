namespace AgencyRoi.Metrics.Costs;

/// <summary>How a term's price is spread.</summary>
public enum Proration
{
    /// <summary>Each day bears the same, the leap day too.</summary>
    ByDay,

    /// <summary>Each calendar month that the term touches bears the same.</summary>
    EvenMonths,
}

/// <summary>
/// A price paid for a term, spread over it so that a prepaid year never falls on one month.
/// </summary>
public sealed record Subscription
{
    /// <param name="through">The last day, included.</param>
    /// <exception cref="ArgumentException">The term ends before it starts.</exception>
    public Subscription(decimal amount, DateOnly from, DateOnly through, Proration proration = Proration.ByDay)
    {
        if (through < from)
            throw new ArgumentException("A term cannot end before it starts.", nameof(through));
        (Amount, Term, Proration) = (amount, new(from, through.AddDays(1)), proration);
    }

    public decimal Amount { get; }

    public DateRange Term { get; }

    public Proration Proration { get; }

    /// <summary>Amount × overlapping days / days of the term, or the same in months. Unrounded, so that any ranges end to end sum exactly.</summary>
    public decimal Within(DateRange range) =>
        Buckets().Sum(bucket => Amount * Weight(bucket.Intersect(range), bucket)) / Buckets().Sum(bucket => Weight(bucket, bucket));

    /// <summary>One part for each calendar month of the term, at the currency's minor unit; they sum to the whole.</summary>
    /// <param name="minorUnits">Decimal places of the currency.</param>
    public IReadOnlyList<(DateRange Month, decimal Amount)> ByMonth(int minorUnits)
    {
        var months = Buckets();
        var parts = LargestRemainder.Split(Amount, [.. months.Select(month => Weight(month, month))], minorUnits);
        return [.. months.Zip(parts)];
    }

    private List<DateRange> Buckets() => [.. IntervalBuckets.Of(Term, Interval.Month)];

    // By day a bucket weighs its days; by month it weighs 1, and a part of it its share of the days.
    private decimal Weight(DateRange part, DateRange bucket) => Proration == Proration.ByDay ? part.Days : (decimal)part.Days / bucket.Days;
}
