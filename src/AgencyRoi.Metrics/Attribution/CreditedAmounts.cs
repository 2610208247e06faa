namespace AgencyRoi.Metrics.Attribution;

/// <summary>The amounts that touches are credited with.</summary>
public static class CreditedAmounts
{
    /// <summary>
    /// The amount in as many parts as there are weights, which are together exactly the amount, by <see cref="LargestRemainder"/>: the earlier touch
    /// gets a left unit first. 100.00 by 40, 20 and 40 % over five touches: 40.00, 6.67, 6.67, 6.66, 40.00.
    /// </summary>
    /// <param name="amount">Of either sign, or zero; not finer than the places.</param>
    /// <param name="weights">Of any scale, none negative, at least one positive. They count with 15 digits, so that weights are equal that differ only in
    /// the last bits of their computation.</param>
    /// <param name="places">Decimal places of a part: 2 splits at the cent.</param>
    /// <exception cref="ArgumentException">The amount is finer than the places, or the weights cannot be divided by their sum.</exception>
    public static decimal[] Split(decimal amount, ReadOnlySpan<double> weights, int places)
    {
        var largest = 0.0;
        foreach (var weight in weights)
            largest = Math.Max(largest, weight >= 0 ? weight : double.NaN);
        if (!(largest > 0 && double.IsFinite(largest)))
            throw new ArgumentException("Weights must be finite, not negative, and must not sum to nothing.", nameof(weights));

        var exact = new decimal[weights.Length];
        for (var place = 0; place < exact.Length; place++)
            exact[place] = (decimal)(weights[place] / largest);
        return LargestRemainder.Split(amount, exact, places);
    }
}
