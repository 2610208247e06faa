namespace AgencyRoi.Metrics.Costs;

/// <summary>The state of knowledge of one cost category in one month.</summary>
public enum CostCategoryState
{
    /// <summary>There is a cost of the category; zero is one too.</summary>
    Filled,

    /// <summary>Somebody has said that there is none.</summary>
    DeclaredNone,

    /// <summary>Hours were worked, and nobody has said what they cost.</summary>
    RateMissing,

    /// <summary>Nobody has said anything. That is not zero.</summary>
    Missing,
}

/// <summary>A cost category in one month.</summary>
/// <param name="Month">Its first day.</param>
public readonly record struct CostCell(DateOnly Month, CostCategory Category);

/// <summary>
/// How much of a client's cost is known: the share of all categories in all months that are filled or declared to be none. A category with
/// hours that have no rate is not known, whatever else it holds.
/// </summary>
public sealed class CostCompleteness
{
    private static readonly CostCategory[] Categories = Enum.GetValues<CostCategory>();

    public CostCompleteness(
        IReadOnlyList<DateOnly> months,
        IReadOnlySet<CostCell> filled,
        IReadOnlySet<CostCell> declaredNone,
        IReadOnlySet<CostCell> withoutRate
    )
    {
        Cells =
        [
            .. from month in months
            from category in Categories
            let cell = new CostCell(month, category)
            select (
                cell,
                withoutRate.Contains(cell) ? CostCategoryState.RateMissing
                : filled.Contains(cell) ? CostCategoryState.Filled
                : declaredNone.Contains(cell) ? CostCategoryState.DeclaredNone
                : CostCategoryState.Missing
            ),
        ];
    }

    /// <summary>All categories of all months, by month.</summary>
    public IReadOnlyList<(CostCell Cell, CostCategoryState State)> Cells { get; }

    public int Known => Cells.Count(cell => cell.State is CostCategoryState.Filled or CostCategoryState.DeclaredNone);

    public bool IsComplete => Known == Cells.Count;

    /// <summary>0 to 1 with four places; 1 only when all is known. Null: there is no month to judge.</summary>
    public decimal? KnownShare =>
        Cells.Count == 0 ? null
        : IsComplete ? 1m
        : Math.Min(0.9999m, decimal.Round((decimal)Known / Cells.Count, 4, MidpointRounding.AwayFromZero));
}
