namespace AgencyRoi.Metrics;

/// <summary>
/// What an entry of the ledger is: value of a stream, which has evidence and a basis; or cost of a category, which has neither. One value has a category:
/// the fee that the agency received.
/// </summary>
public readonly record struct EntryKind
{
    private EntryKind(
        ReturnClass returnClass,
        ValueStream? stream = null,
        CostCategory? category = null,
        EvidenceGrade? grade = null,
        ValuationBasis? basis = null
    ) => (ReturnClass, ValueStream, CostCategory, Grade, Basis) = (returnClass, stream, category, grade, basis);

    /// <summary>Where it stands in the four totals.</summary>
    public ReturnClass ReturnClass { get; }

    /// <summary>Null for costs and for the agency's fee.</summary>
    public ValueStream? ValueStream { get; }

    /// <summary>Null for value of a stream.</summary>
    public CostCategory? CostCategory { get; }

    /// <summary>Null for costs.</summary>
    public EvidenceGrade? Grade { get; }

    /// <summary>Null for costs.</summary>
    public ValuationBasis? Basis { get; }

    public EntrySide Side => ReturnClass == ReturnClass.Cost ? EntrySide.Cost : EntrySide.Value;

    /// <summary>The code of the value stream or of the cost category: no code is both.</summary>
    public string Code => ValueStream is { } stream ? EnumCode.Of(stream) : EnumCode.Of(CostCategory!.Value); // it has one of the two

    /// <summary>The fee that the agency received, in its own viewpoint.</summary>
    public static EntryKind Fee { get; } =
        new(ReturnClass.Direct, category: Metrics.CostCategory.AgencyFee, grade: EvidenceGrade.A, basis: ValuationBasis.Revenue);

    public static EntryKind Cost(CostCategory category) => new(ReturnClass.Cost, category: category);

    /// <exception cref="ArgumentException">Value is not in the return class of costs.</exception>
    public static EntryKind Value(ReturnClass returnClass, ValueStream stream, EvidenceGrade grade, ValuationBasis basis) =>
        returnClass != ReturnClass.Cost
            ? new(returnClass, stream, grade: grade, basis: basis)
            : throw new ArgumentException("Value is not in the return class of costs.", nameof(returnClass));
}
