namespace AgencyRoi.Metrics;

/// <summary>The largest amounts. What lies past them is refused with the number that it lies past.</summary>
public static class AmountBounds
{
    /// <summary>The largest amount of a fact, a price or a budget, in any currency: 10^13.</summary>
    public const decimal LargestGiven = 10_000_000_000_000m;

    /// <summary>
    /// The first amount that is too large for the ledger: 10^24. A decimal has 28 digits, and four of an amount are places; the largest given amount at the
    /// largest rate, 10^23, is within.
    /// </summary>
    public const decimal Ledger = 1_000_000_000_000_000_000_000_000m;

    /// <summary>The first exchange rate that is too large: 10^12, which leaves sixteen of 28 digits to the places.</summary>
    public const decimal Rate = 1_000_000_000_000m;

    /// <summary>The first quantity that is too large: 10^16.</summary>
    public const decimal Quantity = 10_000_000_000_000_000m;
}
