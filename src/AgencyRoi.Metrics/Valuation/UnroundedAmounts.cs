namespace AgencyRoi.Metrics.Valuation;

/// <summary>The amounts of a whole unit in one currency before any rounding.</summary>
/// <param name="Factor">What the evidence lets into the adjusted total.</param>
public readonly record struct UnroundedAmounts(decimal Amount, decimal Low, decimal High, decimal Factor)
{
    /// <param name="exact">In the original currency.</param>
    /// <param name="rate">Units of the wanted currency for one of the original.</param>
    /// <exception cref="OverflowException">The amount or a bound is too large for the ledger.</exception>
    public static UnroundedAmounts Of(Estimate exact, decimal rate, decimal factor) =>
        new(exact.Amount * rate, exact.Low * rate, exact.High * rate, factor);

    /// <summary>The amounts of a share of the unit in the ledger, each rounded once.</summary>
    /// <exception cref="OverflowException">The amount or a bound is too large for the ledger.</exception>
    public LedgerAmounts At(decimal share) =>
        new(
            LedgerRounding.Of(Amount, share),
            LedgerRounding.Of(Amount, Factor, share),
            LedgerRounding.Of(Low, share),
            LedgerRounding.Of(High, share)
        );
}

/// <summary>All amounts of an entry before any rounding. A claim keeps them, so that each share that is ever granted is rounded once.</summary>
/// <param name="Original">In the currency of the fact.</param>
public sealed record UnroundedEntry(decimal Original, UnroundedAmounts Client, UnroundedAmounts Agency)
{
    public static UnroundedEntry Of(Estimate exact, LedgerRates rates, decimal factor) =>
        new(exact.Amount, UnroundedAmounts.Of(exact, rates.Client, factor), UnroundedAmounts.Of(exact, rates.Agency, factor));
}
