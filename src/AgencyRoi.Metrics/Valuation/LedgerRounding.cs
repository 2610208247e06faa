using System.Numerics;

namespace AgencyRoi.Metrics.Valuation;

/// <summary>
/// The one rounding of the ledger: the exact product of an unrounded amount, its factor and its share, once, at four places, half to even, so that very
/// many entries do not drift. The database does the same in <c>app.round_half_even</c>.
/// </summary>
public static class LedgerRounding
{
    private static readonly BigInteger[] Powers = [.. Enumerable.Range(0, 85).Select(exponent => BigInteger.Pow(10, exponent))];

    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static decimal Of(decimal amount) => Checked(decimal.Round(amount, LedgerAmounts.Places, MidpointRounding.ToEven));

    /// <summary>Of a product. Decimals keep 28 digits and would round a longer one on the way, so the digits are multiplied as whole numbers.</summary>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static decimal Of(decimal amount, decimal factor, decimal share = 1m)
    {
        // Most amounts count whole, and a decimal is rounded exactly as it is.
        if (factor == 1m && share == 1m)
            return Of(amount);
        var places = amount.Scale + factor.Scale + share.Scale - LedgerAmounts.Places;
        var digits = Digits(amount) * Digits(factor) * Digits(share);
        var rounded = places <= 0 ? digits * Powers[-places] : HalfToEven(digits, Powers[places]);
        // What does not fit a decimal throws, as what does not fit the ledger.
        return Checked((decimal)rounded / 10_000m);
    }

    private static BigInteger HalfToEven(BigInteger digits, BigInteger unit)
    {
        var (whole, rest) = BigInteger.DivRem(digits, unit);
        var side = (2 * BigInteger.Abs(rest)).CompareTo(unit);
        return side > 0 || (side == 0 && !whole.IsEven) ? whole + digits.Sign : whole;
    }

    private static BigInteger Digits(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var digits = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | new BigInteger((uint)bits[0]);
        return bits[3] < 0 ? -digits : digits;
    }

    private static decimal Checked(decimal amount) =>
        Math.Abs(amount) < AmountBounds.Ledger ? amount : throw new OverflowException("The amount is too large for the ledger.");
}
