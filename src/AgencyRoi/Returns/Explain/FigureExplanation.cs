using AgencyRoi.Ledger.Sums;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Explain;

/// <summary>How a figure came about: the formula, what went into it and what did not, and the ledger entries behind it.</summary>
internal sealed class FigureExplanation(FigureScope scope, RoiTotal kind, FigureTotals figure) : ICountsEntries, IHasEntries
{
    private readonly ExplainedEntries lines = ExplainedEntries.Of(figure, kind, MinorUnits.Of(scope.CurrencyCode));

    internal FigureScope Scope => scope;

    [GraphQLIgnore]
    public FigureScope Behind => scope with { Entries = scope.Counted(kind) };

    [GraphQLIgnore]
    public EntryFilter Counted => Behind.Entries;

    /// <summary>Which of the four totals it explains.</summary>
    public RoiTotal Total => kind;

    /// <summary>The formula, in the names of the inputs.</summary>
    public string Formula { get; } = "(value - cost) * 100 / cost";

    /// <summary>The method's name, which does not change.</summary>
    public string Method { get; } = "roi-of-sums";

    /// <summary>Raised when the same entries would give another figure.</summary>
    public int MethodVersion { get; } = 2;

    /// <summary>The inputs of the formula.</summary>
    public IReadOnlyList<ExplanationInput> Inputs =>
        [
            new("value", scope.Shown(kind.Of(figure.Shown).Value), $"Sum of the value entries of the return classes {Classes}."),
            new("cost", scope.Shown(figure.Shown.Cost), "Sum of all cost entries, the full cost."),
        ];

    /// <summary>What the value is made of, line by line before any adjustment, and what evidence cut of it: together they are the value.</summary>
    public IReadOnlyList<ExplanationInput> Parts =>
        [
            new("direct", scope.Shown(lines.Direct.Shown), "Value of the return class DIRECT."),
            .. kind == RoiTotal.Direct
                ? Array.Empty<ExplanationInput>()
                : [new("assisted", scope.Shown(lines.Assisted.Shown), "Value of the return class ASSISTED.")],
            .. IsOfBooked
                ? Array.Empty<ExplanationInput>()
                :
                [
                    new("indirect", scope.Shown(lines.Indirect.Shown), "Value of the return class INDIRECT."),
                    new ExplanationInput(
                        "costAvoided",
                        scope.Shown(lines.CostAvoided.Shown),
                        "Value of the return class COST_AVOIDED: saved, not earned."
                    ),
                ],
            .. kind == RoiTotal.Adjusted
                ? [new ExplanationInput("evidence", scope.Shown(lines.Evidence.Shown), "What the factors of evidence grades cut.")]
                : Array.Empty<ExplanationInput>(),
        ];

    /// <summary>Value in the ledger that the total leaves out. With what is shown of the total it is what is shown of all value.</summary>
    internal IReadOnlyList<LeftOutValue> LeftOutValues =>
        [
            .. Left(kind == RoiTotal.Direct, ExclusionCode.AssistedLine, [ReturnClass.Assisted], lines.Assisted),
            .. Left(IsOfBooked, ExclusionCode.IndirectLine, [ReturnClass.Indirect], lines.Indirect),
            .. Left(IsOfBooked, ExclusionCode.CostAvoidedLine, [ReturnClass.CostAvoided], lines.CostAvoided),
            .. kind == RoiTotal.Adjusted && lines.Evidence is { IsNothing: false } cut
                ? [new LeftOutValue(ExclusionCode.EvidenceFactor, scope.Entries with { Side = EntrySide.Value, IsCut = true }, -cut.Shown)]
                : Array.Empty<LeftOutValue>(),
        ];

    private bool IsOfBooked => kind is RoiTotal.Direct or RoiTotal.DirectAndAssisted;

    private string Classes => string.Join(", ", RoiTotals.ReturnClassesOf(kind).Select(EnumCode.Of));

    private LeftOutValue[] Left(bool isLeftOut, ExclusionCode code, ReturnClass[] of, ExplainedAmount amount) =>
        isLeftOut && !amount.IsNothing ? [new(code, scope.Entries with { ReturnClasses = of }, amount.Shown)] : [];
}

/// <summary>A sum that a formula was given, or a part of one.</summary>
/// <param name="Name">As the formula names it, or the name of a part.</param>
/// <param name="Amount">The sum.</param>
/// <param name="Description">What was summed.</param>
internal sealed record ExplanationInput(string Name, Money Amount, string Description);

/// <summary>The sums over all entries behind a figure, read from the ledger itself and not from its rollups.</summary>
/// <param name="EntryCount">How many there are, reversals among them.</param>
/// <param name="Value">What the value entries come to, at the ledger's four places.</param>
/// <param name="Cost">What the cost entries come to, at the ledger's four places.</param>
internal sealed record SumOfEntries(long EntryCount, Money Value, Money Cost);
