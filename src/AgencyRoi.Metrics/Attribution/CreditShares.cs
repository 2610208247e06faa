namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Credits as they are kept: shares of eight decimal places that are together exactly 1. Each is rounded down, and those with the largest remainders get
/// one unit more, the earlier touch first when remainders are equal. An amount times its shares is then the amount, to the last digit.
/// </summary>
public static class CreditShares
{
    /// <summary>Decimal places of a share.</summary>
    public const int Places = 8;

    private const int Whole = 100_000_000;

    // Remainders are compared at a millionth of a unit: what is equal but for the last bits of its computation is equal.
    private const int RemainderBits = 20;
    private const int RemainderMask = (1 << RemainderBits) - 1;

    // So many errors of half a millionth are still less than a unit, which the sum of the rounded shares relies on.
    private const int Most = 1 << RemainderBits;
    private const int MostOnStack = 128;

    /// <param name="weights">Of any scale, none negative, at least one positive; none at all have no shares. A weight of zero gets nothing.</param>
    /// <param name="shares">As many as weights; what they held is overwritten.</param>
    /// <exception cref="ArgumentException">The weights cannot be divided by their sum, or the lengths differ.</exception>
    public static void Of(ReadOnlySpan<double> weights, Span<decimal> shares)
    {
        if (shares.Length != weights.Length || weights.Length > Most)
            throw new ArgumentException($"As many shares as weights are needed, {Most} at most.", nameof(shares));
        if (weights.IsEmpty)
            return;

        var perWeight = (double)((long)Whole << RemainderBits) / Sum(weights);
        var units = weights.Length <= MostOnStack ? stackalloc int[weights.Length] : new int[weights.Length];
        var byRemainder = weights.Length <= MostOnStack ? stackalloc long[weights.Length] : new long[weights.Length];
        var left = Whole;
        for (var place = 0; place < weights.Length; place++)
        {
            var quota = (long)Math.Round(weights[place] * perWeight);
            units[place] = (int)(quota >> RemainderBits);
            left -= units[place];
            byRemainder[place] = ((RemainderMask - (quota & RemainderMask)) << RemainderBits) | (long)place;
        }

        if (left > 0)
            byRemainder.Sort();
        foreach (var key in byRemainder[..left])
            units[(int)(key & RemainderMask)]++;
        for (var place = 0; place < shares.Length; place++)
            shares[place] = new(units[place], 0, 0, isNegative: false, Places);
    }

    private static double Sum(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight >= 0 ? weight : double.NaN;
        return total > 0 && double.IsFinite(total) && double.IsFinite(Whole * (double)Most / total)
            ? total
            : throw new ArgumentException("Weights must be finite, not negative, and must not sum to nothing.", nameof(weights));
    }
}
