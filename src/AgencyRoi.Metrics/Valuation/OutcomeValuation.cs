namespace AgencyRoi.Metrics.Valuation;

/// <summary>Something that a goal counts, with the value that was in force on its day.</summary>
/// <param name="Dimensions">Channel and campaign of the outcome, or else of its goal.</param>
public sealed record OutcomeFact(
    Guid GoalId,
    string ExternalReference,
    DateOnly OccurredOn,
    decimal Quantity,
    Money UnitValue,
    ValueStream Stream,
    EvidenceGrade Grade,
    Dimensions Dimensions,
    UnitReferences References = default
)
{
    /// <summary>Those of the unit of value that it claims.</summary>
    public IReadOnlyList<string> Names => ClaimedUnit.OfOutcome(GoalId, ExternalReference, Quantity, References);
}

/// <summary>Value = quantity x the goal's value of a unit. A quantity of zero is a fact and no value: it makes no line.</summary>
public static class OutcomeValuation
{
    public static readonly ValuationMethod Method = new("stated-goal-value", 3);

    /// <summary>The share of an outcome that counts in the adjusted total.</summary>
    public static decimal Factor(ValueStream stream, EvidenceGrade grade, EvidenceFactors factors) =>
        factors.Of(ValueStreams.ReturnClassOf(stream, ValuationBasis.Stated), grade);

    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static IReadOnlyList<ValuedEntry> Value(OutcomeFact outcome, LedgerRates rates, EvidenceFactors factors)
    {
        if (outcome.Quantity == 0m)
            return [];

        var line = ValueStreams.ReturnClassOf(outcome.Stream, ValuationBasis.Stated);
        var factor = Factor(outcome.Stream, outcome.Grade, factors);
        var names = outcome.Names;
        var unrounded = UnroundedEntry.Of(outcome.Quantity * outcome.UnitValue.Amount, rates, factor);
        return
        [
            new ValuedEntry
            {
                Day = outcome.OccurredOn,
                Viewpoint = Viewpoint.Client,
                Kind = EntryKind.Value(line, outcome.Stream, outcome.Grade, ValuationBasis.Stated),
                Dimensions = outcome.Dimensions with { GoalId = outcome.GoalId },
                Unit = names[0],
                UnitNames = names,
                IsClaim = true,
                Quantity = outcome.Quantity,
                Method = Method,
                Inputs = new Dictionary<string, string>
                {
                    ["quantity"] = ExactAmount.Text(outcome.Quantity),
                    ["unitValue"] = ExactAmount.Text(outcome.UnitValue.Amount),
                    ["factor"] = ExactAmount.Text(factor),
                },
                Unrounded = unrounded,
                OriginalAmount = LedgerRounding.Of(unrounded.Original),
                OriginalCurrency = outcome.UnitValue.CurrencyCode,
                Rates = rates,
                Client = unrounded.Client.At(1m),
                Agency = unrounded.Agency.At(1m),
            },
        ];
    }
}
