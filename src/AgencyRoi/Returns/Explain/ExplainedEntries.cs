using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Explain;

/// <summary>The amount of a return class, before rounding and as it is shown.</summary>
internal readonly record struct ExplainedAmount(decimal Exact, decimal Shown)
{
    public bool IsNothing => this is { Exact: 0m, Shown: 0m };
}

/// <summary>
/// The value of each line, and what evidence cut of all of them, as an explanation of one total shows them: the lines that the total counts are together
/// what is shown of it, and with those that it leaves out they are what is shown of all value.
/// </summary>
internal sealed record ExplainedEntries(
    ExplainedAmount Direct,
    ExplainedAmount Assisted,
    ExplainedAmount Indirect,
    ExplainedAmount CostAvoided,
    ExplainedAmount Evidence
)
{
    public static ExplainedEntries Of(FigureTotals figure, RoiTotal kind, int minorUnits)
    {
        var (exact, seen) = (figure.Exact, figure.Shown);
        decimal[] lines =
        [
            exact.Direct.Value,
            exact.DirectAndAssisted.Value - exact.Direct.Value,
            exact.Unadjusted.Value - exact.DirectAndAssisted.Value - exact.CostAvoided.Value,
            exact.CostAvoided.Value,
        ];
        // Adjusted counts all lines and shows what was cut beside them.
        var counted = kind == RoiTotal.Adjusted ? RoiTotal.Unadjusted : kind;
        var count = RoiTotals.ReturnClassesOf(counted).Count;
        var of = counted.Of(seen).Value;
        decimal[] shown =
        [
            .. LargestRemainder.RoundTo(of, lines[..count], minorUnits),
            .. LargestRemainder.RoundTo(seen.Unadjusted.Value - of, lines[count..], minorUnits),
        ];
        return new(
            new(lines[0], shown[0]),
            new(lines[1], shown[1]),
            new(lines[2], shown[2]),
            new(lines[3], shown[3]),
            new(exact.Adjusted.Value - exact.Unadjusted.Value, seen.Adjusted.Value - seen.Unadjusted.Value)
        );
    }
}
