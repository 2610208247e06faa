using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>Something learned about the market, and what followed.</summary>
public enum InsightValuation
{
    /// <summary>The price of the study that it replaced.</summary>
    ResearchAvoided,

    /// <summary>A measured change, isolated and discounted by confidence.</summary>
    MeasuredChange,
}

/// <summary>An insight.</summary>
/// <param name="ResearchCost">Of a quoted study; for research avoided.</param>
/// <param name="Change">In units, over the months given; for a measured change.</param>
/// <param name="MoneyPerUnit">Worth of one unit.</param>
/// <param name="Isolation">How much of the change is due to this.</param>
/// <param name="Confidence">Of whoever estimated it.</param>
/// <param name="Months">That the change covers; only the first twelve count.</param>
/// <param name="IsSupported">False for a claim that is extreme or has nothing to show for it.</param>
public sealed record InsightInput(
    InsightValuation Valuation,
    decimal ResearchCost = 0m,
    Estimate Change = default,
    decimal MoneyPerUnit = 0m,
    Estimate Isolation = default,
    Estimate Confidence = default,
    decimal Months = 12m,
    bool IsSupported = true
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.NotNegative(nameof(ResearchCost), ResearchCost),
            Checks.Ordered(nameof(Change), Change),
            Checks.NotNegative(nameof(MoneyPerUnit), MoneyPerUnit),
            Checks.Share(nameof(Isolation), Isolation),
            Checks.Share(nameof(Confidence), Confidence),
            Checks.AboveZero(nameof(Months), Months)
        );
}

/// <summary>
/// Research avoided: what the study would have cost. Measured change (Phillips): change × money a unit × isolation × confidence, of the
/// first year only. Extreme and unsupported values count nothing.
/// </summary>
public static class MarketInsight
{
    public static readonly ValuationMethod Method = new("insight-benefit", 2);

    private const decimal FirstYear = 12m;

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, InsightInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var isAvoided = input.Valuation == InsightValuation.ResearchAvoided;
        var benefit = isAvoided ? input.ResearchCost : Benefit(input);
        if (!input.IsSupported)
            return StreamValue.Beside(new Memo(MemoReason.Unsupported, benefit, fact.CurrencyCode));

        var inputs = isAvoided
            ? new Inputs { { "researchCost", input.ResearchCost } }
            : new Inputs
            {
                { "change", input.Change },
                { "moneyPerUnit", input.MoneyPerUnit },
                { "isolation", input.Isolation },
                { "confidence", input.Confidence },
                { "months", input.Months },
            };
        inputs["valuation"] = EnumCode.Of(input.Valuation);
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.MarketInsight,
                isAvoided ? ValuationBasis.ReplacementCost : ValuationBasis.Stated,
                $"insight:{fact.ExternalReference}",
                Method,
                isAvoided ? EvidenceGrade.D : EvidenceGrade.C,
                benefit,
                inputs,
                terms,
                1m
            )
        );
    }

    private static Estimate Benefit(InsightInput input) =>
        input.Change * input.MoneyPerUnit * input.Isolation * input.Confidence * (Math.Min(FirstYear, input.Months) / input.Months);
}
