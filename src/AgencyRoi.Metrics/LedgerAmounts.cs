namespace AgencyRoi.Metrics;

/// <summary>The four amounts of a ledger entry in one currency, each at four places. <c>UnroundedAmounts</c> makes them.</summary>
public readonly record struct LedgerAmounts(decimal Amount, decimal Adjusted, decimal Low, decimal High)
{
    public const int Places = 4;

    /// <summary>
    /// The part that a share of the unit is worth, for a claim of which nothing unrounded was kept: it was valued before that was done, and what comes of it
    /// goes by the rule of then, half away from zero.
    /// </summary>
    public LedgerAmounts OfRoundedAt(decimal share) =>
        share == 1m ? this : new(Part(Amount, share), Part(Adjusted, share), Part(Low, share), Part(High, share));

    /// <summary>See <see cref="OfRoundedAt"/>.</summary>
    public static decimal Part(decimal rounded, decimal share) => decimal.Round(rounded * share, Places, MidpointRounding.AwayFromZero);

    public static LedgerAmounts operator +(LedgerAmounts left, LedgerAmounts right) =>
        new(left.Amount + right.Amount, left.Adjusted + right.Adjusted, left.Low + right.Low, left.High + right.High);

    public static LedgerAmounts operator -(LedgerAmounts amounts) => new(-amounts.Amount, -amounts.Adjusted, -amounts.Low, -amounts.High);
}
