namespace AgencyRoi.Reports.Periods;

/// <summary>Cost and the value in the four totals at the ledger's four places, before any rounding for display, so that parts add up exactly.</summary>
internal sealed class ExactFigures(FourTotals totals, string currencyCode)
{
    /// <summary>All that was spent.</summary>
    public Money Cost => new(totals.Cost, currencyCode);

    /// <summary>Value in the direct total.</summary>
    public Money Direct => new(totals.Direct.Value, currencyCode);

    /// <summary>Value in the direct and assisted total.</summary>
    public Money DirectAndAssisted => new(totals.DirectAndAssisted.Value, currencyCode);

    /// <summary>Value in the total adjusted by evidence.</summary>
    public Money Adjusted => new(totals.Adjusted.Value, currencyCode);

    /// <summary>Value in the unadjusted total.</summary>
    public Money Unadjusted => new(totals.Unadjusted.Value, currencyCode);

    /// <summary>The cost avoided, whole: it was saved and not earned.</summary>
    public Money CostAvoided => new(totals.CostAvoided.Value, currencyCode);
}
