using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>A talk, an event, a webinar or a publication, and what became of its audience.</summary>
/// <param name="Attendees">Who was there, not who was invited.</param>
/// <param name="QualifiedRate">The share of them who are leads.</param>
/// <param name="CloseRate">The share of leads who buy.</param>
/// <param name="DealValue">Of one deal.</param>
/// <param name="Margin">The client's margin; null counts revenue.</param>
/// <param name="SourcedShare">The share of deals whose first touch was here, within the window.</param>
/// <param name="InfluencedShare">The share of deals with any touch here and their first elsewhere. Shown, never summed.</param>
public sealed record AppearanceInput(
    decimal Attendees,
    Estimate QualifiedRate,
    Estimate CloseRate,
    Estimate DealValue,
    decimal? Margin,
    Estimate SourcedShare,
    Estimate InfluencedShare = default
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.NotNegative(nameof(Attendees), Attendees),
            Checks.Share(nameof(QualifiedRate), QualifiedRate),
            Checks.Share(nameof(CloseRate), CloseRate),
            Checks.NotNegative(nameof(DealValue), DealValue),
            Checks.Share(nameof(Margin), Margin),
            Checks.Share(nameof(SourcedShare), SourcedShare),
            Checks.Share(nameof(InfluencedShare), InfluencedShare),
            Checks.Against(
                SourcedShare.Amount + InfluencedShare.Amount > 1m,
                nameof(InfluencedShare),
                InputRule.TogetherAtMostOne,
                nameof(SourcedShare)
            )
        );
}

/// <summary>
/// Value = attendees × qualified × close × deal × margin × sourced share. What was only influenced is a memo: it belongs to the touch
/// that came first. Costs, team time included, are entered as costs.
/// </summary>
public static class ThoughtLeadership
{
    public static readonly ValuationMethod Method = new("appearance-pipeline", 2);

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, AppearanceInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var deals = input.Attendees * input.QualifiedRate * input.CloseRate;
        var pipeline = deals * input.DealValue * (input.Margin ?? 1m);
        var inputs = new Inputs
        {
            { "attendees", input.Attendees },
            { "qualifiedRate", input.QualifiedRate },
            { "closeRate", input.CloseRate },
            { "dealValue", input.DealValue },
            { "margin", input.Margin },
            { "sourcedShare", input.SourcedShare },
        };
        var lines = StreamEntry.Of(
            fact,
            ValueStream.ThoughtLeadership,
            StreamEntry.BasisOf(input.Margin),
            $"appearance:{fact.ExternalReference}",
            Method,
            EvidenceGrade.B,
            pipeline * input.SourcedShare,
            inputs,
            terms,
            input.Attendees
        );
        var influenced = pipeline * input.InfluencedShare;
        return new(lines, influenced == Estimate.Zero ? [] : [new(MemoReason.Influenced, influenced, fact.CurrencyCode)]);
    }
}
