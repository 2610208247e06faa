namespace AgencyRoi.Metrics.Comparison;

/// <summary>A client's revenue by the ledger beside the revenue by its accounts.</summary>
/// <param name="Difference">Attributed and unattributed less the books; zero when all of it is explained.</param>
/// <param name="IsIndirectLarge">True when indirect value is above the stated share of revenue: a warning, not a refusal.</param>
public sealed record Reconciliation(decimal Difference, bool IsIndirectLarge)
{
    public bool IsReconciled => Difference == 0m;

    public static Reconciliation Of(decimal attributed, decimal unattributed, decimal books, decimal indirect, decimal warningShare) =>
        new(attributed + unattributed - books, indirect > books * warningShare);
}
