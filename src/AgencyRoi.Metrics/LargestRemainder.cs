namespace AgencyRoi.Metrics;

/// <summary>
/// Splits an amount so that the parts sum to it exactly: each part gets the whole units of its quota, then those with the largest
/// remainders get one unit more, the earlier part first when remainders are equal.
/// </summary>
public static class LargestRemainder
{
    /// <param name="amount">Whole in minor units, of either sign.</param>
    /// <param name="weights">None negative, at least one positive. A weight of zero gets nothing.</param>
    /// <param name="minorUnits">Decimal places of a part: 2 splits at the cent.</param>
    /// <exception cref="ArgumentException">The amount is finer than the unit, or the weights sum to nothing.</exception>
    public static decimal[] Split(decimal amount, IReadOnlyList<decimal> weights, int minorUnits)
    {
        var unit = MinorUnits.Smallest(minorUnits);
        var units = Math.Abs(amount) / unit;
        if (units != decimal.Truncate(units))
            throw new ArgumentException("The amount is finer than the unit that it is split at.", nameof(amount));
        if (weights.Any(weight => weight < 0m) || weights.Sum() is not (> 0m and var total))
            throw new ArgumentException("Weights must not be negative and must not sum to nothing.", nameof(weights));

        var quotas = weights.Select(weight => Quota(units, weight, total)).ToArray();
        var parts = quotas.Select(decimal.Truncate).ToArray();
        var left = (int)(units - parts.Sum());
        foreach (var place in ByRemainder(quotas).Take(left))
            parts[place]++;

        var sign = Math.Sign(amount);
        return [.. parts.Select(part => part * unit * sign)];
    }

    /// <summary>
    /// Rounds parts so that together they are their rounded sum: each is rounded down, then those with the largest remainders get one unit more, the
    /// earlier part first when remainders are equal. Parts may have either sign; one that is whole stays as it is.
    /// </summary>
    /// <param name="minorUnits">Decimal places that are kept: 2 rounds at the cent. The sum is rounded half away from zero.</param>
    public static decimal[] Round(IReadOnlyList<decimal> parts, int minorUnits) =>
        Round(parts, minorUnits, decimal.Round(parts.Sum(), minorUnits, MidpointRounding.AwayFromZero));

    /// <summary>The same, so that together they are what is shown of their sum already: it rounded down or up.</summary>
    public static decimal[] Round(IReadOnlyList<decimal> parts, int minorUnits, decimal shown)
    {
        var (rounded, remainders) = Floors(parts, minorUnits);
        Raise(rounded, remainders, minorUnits, shown);
        return rounded;
    }

    /// <summary>
    /// The same, so that together they are the rounded whole. Where the parts come to something else than the whole, by more than rounding can hide, the
    /// difference is spread over them first, in proportion to their size.
    /// </summary>
    public static decimal[] RoundTo(decimal whole, IReadOnlyList<decimal> parts, int minorUnits)
    {
        if (parts.Count == 0)
            return [];
        var shown = decimal.Round(whole, minorUnits, MidpointRounding.AwayFromZero);
        var (rounded, remainders) = Floors(parts, minorUnits);
        var least = rounded.Sum();
        var most = least + remainders.Count(remainder => remainder > 0m) * MinorUnits.Smallest(minorUnits);
        if (shown < least || shown > most)
            return Round(Spread(shown - parts.Sum(), parts), minorUnits, shown);
        Raise(rounded, remainders, minorUnits, shown);
        return rounded;
    }

    private static (decimal[] Floors, decimal[] Remainders) Floors(IReadOnlyList<decimal> parts, int minorUnits)
    {
        var (floors, remainders) = (new decimal[parts.Count], new decimal[parts.Count]);
        for (var place = 0; place < floors.Length; place++)
        {
            floors[place] = MinorUnits.Round(parts[place], minorUnits, MidpointRounding.ToNegativeInfinity);
            remainders[place] = parts[place] - floors[place];
        }
        return (floors, remainders);
    }

    private static void Raise(decimal[] floors, decimal[] remainders, int minorUnits, decimal shown)
    {
        var unit = MinorUnits.Smallest(minorUnits);
        var units = (int)((shown - floors.Sum()) / unit);
        foreach (var place in ByRemainder(remainders).Take(units))
            floors[place] += unit;
    }

    private static decimal[] Spread(decimal difference, IReadOnlyList<decimal> parts)
    {
        var size = parts.Sum(Math.Abs);
        var spread = parts.Select(part => part + (size == 0m ? 0m : difference * (Math.Abs(part) / size))).ToArray();
        // What the division left over, and all of it where every part is nothing.
        spread[0] += parts.Sum() + difference - spread.Sum();
        return spread;
    }

    // A product that has more digits than a decimal is divided first. That is exact enough for the unit, since the remainders make up for it.
    private static decimal Quota(decimal units, decimal weight, decimal total) =>
        weight <= 1m || units <= decimal.MaxValue / weight ? units * weight / total : units * (weight / total);

    private static IEnumerable<int> ByRemainder(decimal[] quotas) =>
        Enumerable
            .Range(0, quotas.Length)
            .Where(place => quotas[place] > 0m)
            .OrderByDescending(place => quotas[place] - decimal.Truncate(quotas[place]));
}
