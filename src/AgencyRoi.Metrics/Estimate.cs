namespace AgencyRoi.Metrics;

/// <summary>
/// A number that is not known exactly: low, expected and high. Combining two takes all errors together, the cautious convention that
/// the ledger's totals follow too: the low of a product is the lowest that its ends can give.
/// </summary>
/// <param name="Low">At most <paramref name="Amount"/>.</param>
/// <param name="High">At least <paramref name="Amount"/>.</param>
public readonly record struct Estimate(decimal Low, decimal Amount, decimal High)
{
    public static Estimate Zero { get; }

    /// <summary>False when the bounds do not enclose the amount; nothing can be computed from such a one.</summary>
    public bool IsOrdered => Low <= Amount && Amount <= High;

    public bool IsExact => Low == High;

    /// <summary>True when the bounds leave the sign open, so that the effect may be none.</summary>
    public bool ContainsZero => Low <= 0m && High >= 0m;

    public static Estimate Exactly(decimal amount) => new(amount, amount, amount);

    public static implicit operator Estimate(decimal amount) => Exactly(amount);

    public static Estimate operator +(Estimate left, Estimate right) =>
        new(left.Low + right.Low, left.Amount + right.Amount, left.High + right.High);

    public static Estimate operator -(Estimate left, Estimate right) =>
        new(left.Low - right.High, left.Amount - right.Amount, left.High - right.Low);

    public static Estimate operator *(Estimate left, Estimate right)
    {
        ReadOnlySpan<decimal> ends = [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High];
        var (low, high) = (ends[0], ends[0]);
        foreach (var end in ends)
            (low, high) = (Math.Min(low, end), Math.Max(high, end));
        return new(low, left.Amount * right.Amount, high);
    }

    /// <summary>The rest of the whole: 1 less a share.</summary>
    public Estimate Rest() => Exactly(1m) - this;

    /// <summary>A rising function at the three places; a falling one has to turn its ends round.</summary>
    public Estimate At(Func<decimal, decimal> rising) => new(rising(Low), rising(Amount), rising(High));
}
