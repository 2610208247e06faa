using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

/// <summary>How a figure came about: the formula, what went into it and what did not, and the ledger entries behind it.</summary>
internal sealed class Explanation(FigureScope scope, RoiTotal kind, FigureTotals figure)
{
    private readonly FourTotals totals = figure.Exact;

    // What the value is made of, as it is shown: together these are the value that is shown.
    private readonly decimal[] parts = LargestRemainder.Round(
        PartsOf(figure.Exact, kind),
        MinorUnits.Of(scope.CurrencyCode),
        Counted(figure.Shown, kind).Value
    );

    internal FigureScope Scope => scope;

    /// <summary>Which of the four totals it explains.</summary>
    public RoiTotal Total => kind;

    /// <summary>The formula, in the names of the inputs.</summary>
    public string Formula { get; } = "(value - cost) * 100 / cost";

    /// <summary>The method's name, which does not change.</summary>
    public string Method { get; } = "roi-of-sums";

    /// <summary>Raised when the same entries would give another figure.</summary>
    public int MethodVersion { get; } = 2;

    /// <summary>What the formula is given.</summary>
    public IReadOnlyList<ExplanationInput> Inputs =>
        [
            new("value", scope.Shown(Counted(figure.Shown, kind).Value), $"Sum of the value entries of the lines {Lines}."),
            new("cost", scope.Shown(figure.Shown.Cost), "Sum of all cost entries, the full cost."),
        ];

    /// <summary>What the value is made of, line by line before any adjustment, and what evidence cut of it: together they are the value.</summary>
    public IReadOnlyList<ExplanationInput> Parts =>
        [
            new("direct", scope.Shown(parts[0]), "Value on the line DIRECT."),
            .. kind == RoiTotal.Direct
                ? Array.Empty<ExplanationInput>()
                : [new("assisted", scope.Shown(parts[1]), "Value on the line ASSISTED.")],
            .. IsOfBooked
                ? Array.Empty<ExplanationInput>()
                :
                [
                    new("indirect", scope.Shown(parts[2]), "Value on the line INDIRECT."),
                    new ExplanationInput("costAvoided", scope.Shown(parts[3]), "Value on the line COST_AVOIDED: saved, not earned."),
                ],
            .. kind == RoiTotal.Adjusted
                ? [new ExplanationInput("evidence", scope.Shown(parts[4]), "What the factors of evidence grades cut.")]
                : Array.Empty<ExplanationInput>(),
        ];

    /// <summary>Value in the ledger that the total leaves out.</summary>
    internal IReadOnlyList<LeftOutValue> LeftOutValues =>
        [
            .. Left(kind == RoiTotal.Direct, ExclusionCode.AssistedLine, [Line.Assisted], Assisted),
            .. Left(IsOfBooked, ExclusionCode.IndirectLine, [Line.Indirect], Indirect),
            .. Left(IsOfBooked, ExclusionCode.CostAvoidedLine, [Line.CostAvoided], totals.CostAvoided.Value),
            .. kind == RoiTotal.Adjusted && parts[4] != 0
                ? [new LeftOutValue(ExclusionCode.EvidenceFactor, scope.Entries with { Side = Side.Value, IsCut = true }, -parts[4])]
                : Array.Empty<LeftOutValue>(),
        ];

    private bool IsOfBooked => kind is RoiTotal.Direct or RoiTotal.DirectAndAssisted;

    private static Total Counted(FourTotals of, RoiTotal kind) =>
        kind switch
        {
            RoiTotal.Direct => of.Direct,
            RoiTotal.DirectAndAssisted => of.DirectAndAssisted,
            RoiTotal.Adjusted => of.Adjusted,
            _ => of.Unadjusted,
        };

    private static decimal[] PartsOf(FourTotals totals, RoiTotal kind)
    {
        var (direct, assisted) = (totals.Direct.Value, totals.DirectAndAssisted.Value - totals.Direct.Value);
        var (indirect, avoided) = (IndirectOf(totals), totals.CostAvoided.Value);
        return kind switch
        {
            RoiTotal.Direct => [direct],
            RoiTotal.DirectAndAssisted => [direct, assisted],
            RoiTotal.Adjusted => [direct, assisted, indirect, avoided, totals.Adjusted.Value - totals.Unadjusted.Value],
            RoiTotal.Unadjusted => [direct, assisted, indirect, avoided],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private decimal Assisted => totals.DirectAndAssisted.Value - totals.Direct.Value;

    private decimal Indirect => IndirectOf(totals);

    private static decimal IndirectOf(FourTotals of) => of.Unadjusted.Value - of.DirectAndAssisted.Value - of.CostAvoided.Value;

    private string Lines => string.Join(", ", RoiTotals.LinesOf(kind).Select(EnumCode.Of));

    private LeftOutValue[] Left(bool isLeftOut, ExclusionCode code, Line[] lines, decimal amount) =>
        isLeftOut && amount != 0 ? [new(code, scope.Entries with { Lines = lines }, amount)] : [];
}

/// <summary>A sum that a formula was given, or a part of one.</summary>
/// <param name="Name">As the formula names it, or the name of a part.</param>
/// <param name="Amount">The sum.</param>
/// <param name="Description">What was summed.</param>
internal sealed record ExplanationInput(string Name, Money Amount, string Description);

/// <summary>The sums over all entries behind a figure, read from the ledger itself and not from its rollups.</summary>
/// <param name="Entries">How many there are, reversals among them.</param>
/// <param name="Value">What the value entries come to, at the ledger's four places.</param>
/// <param name="Cost">What the cost entries come to, at the ledger's four places.</param>
internal sealed record SumOfEntries(long Entries, Money Value, Money Cost);
