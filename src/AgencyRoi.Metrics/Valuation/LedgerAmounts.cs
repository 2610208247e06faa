namespace AgencyRoi.Metrics.Valuation;

/// <summary>The four amounts of a ledger entry in one currency, each at four places, half away from zero.</summary>
public readonly record struct LedgerAmounts(decimal Amount, decimal Adjusted, decimal Low, decimal High)
{
    public const int Places = 4;

    /// <summary>The first amount that a ledger column (20 digits, 4 of them places) no longer holds.</summary>
    private const decimal Limit = 10_000_000_000_000_000m;

    /// <summary>Converts an exact amount whose method gives no bounds.</summary>
    /// <param name="exact">The original amount before any rounding.</param>
    /// <param name="rate">Units of the wanted currency for one of the original.</param>
    /// <param name="factor">What the evidence lets into the adjusted total.</param>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static LedgerAmounts Of(decimal exact, decimal rate, decimal factor)
    {
        var amount = Rounded(exact * rate);
        return new(amount, Rounded(amount * factor), amount, amount);
    }

    /// <summary>Converts an exact amount together with the bounds that its method gives.</summary>
    /// <exception cref="OverflowException">The amount or a bound is too large for the ledger.</exception>
    public static LedgerAmounts Of(Estimate exact, decimal rate, decimal factor)
    {
        var amount = Rounded(exact.Amount * rate);
        return new(amount, Rounded(amount * factor), Rounded(exact.Low * rate), Rounded(exact.High * rate));
    }

    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static decimal Rounded(decimal exact)
    {
        var amount = decimal.Round(exact, Places, MidpointRounding.AwayFromZero);
        return Math.Abs(amount) < Limit ? amount : throw new OverflowException("The amount is too large for the ledger.");
    }

    /// <summary>The part that a share of the unit is worth.</summary>
    public LedgerAmounts At(decimal share) =>
        share == 1m ? this : new(Rounded(Amount * share), Rounded(Adjusted * share), Rounded(Low * share), Rounded(High * share));

    public static LedgerAmounts operator +(LedgerAmounts left, LedgerAmounts right) =>
        new(left.Amount + right.Amount, left.Adjusted + right.Adjusted, left.Low + right.Low, left.High + right.High);

    public static LedgerAmounts operator -(LedgerAmounts amounts) => new(-amounts.Amount, -amounts.Adjusted, -amounts.Low, -amounts.High);
}
