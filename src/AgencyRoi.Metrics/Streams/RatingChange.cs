using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>Stars before and after, and the revenue that they stand over.</summary>
/// <param name="Revenue">Of the place in the period.</param>
/// <param name="RevenueAttributed">The part that other streams hold already: it is not exposed again.</param>
/// <param name="Margin">Null counts revenue.</param>
/// <param name="OwnElasticity">Change of revenue a star, measured for this client; null takes the published one, where it holds.</param>
public sealed record RatingChangeInput(
    decimal Revenue,
    decimal RevenueAttributed,
    decimal? Margin,
    decimal StarsBefore,
    decimal StarsAfter,
    bool IsLocalBusiness,
    bool IsChain,
    Estimate? OwnElasticity = null
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.NotNegative(nameof(Revenue), Revenue),
            Checks.Within(nameof(RevenueAttributed), RevenueAttributed, nameof(Revenue), Revenue),
            Checks.Share(nameof(Margin), Margin),
            Checks.NotNegative(nameof(StarsBefore), StarsBefore),
            Checks.NotNegative(nameof(StarsAfter), StarsAfter),
            OwnElasticity is { } own ? Checks.Ordered(nameof(OwnElasticity), own) : null
        );
}

/// <summary>
/// Value = revenue exposed × stars gained × elasticity. Published for independent restaurants: 5 to 9 % a star, and none for chains
/// (Luca, by regression discontinuity at the rounding of stars); expected is the middle. Somebody else's elasticity is a benchmark and
/// grade D; where it does not hold and the client has none of its own, there is no value. A lost star is a loss.
/// </summary>
public static class RatingChange
{
    public static readonly ValuationMethod Method = new("rating-elasticity", 2);

    /// <summary>5 to 9 % of revenue a star.</summary>
    public static Estimate PublishedElasticity { get; } = new(0.05m, 0.07m, 0.09m);

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, RatingChangeInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var stars = input.StarsAfter - input.StarsBefore;
        var exposed = (input.Revenue - input.RevenueAttributed) * (input.Margin ?? 1m);
        var isPublishedValid = input.IsLocalBusiness && !input.IsChain;
        if (input.OwnElasticity is null && !isPublishedValid)
            return StreamValue.Beside(new Memo(MemoReason.NoElasticity, null, fact.CurrencyCode));

        var elasticity = input.OwnElasticity ?? PublishedElasticity;
        var inputs = new Inputs
        {
            { "revenue", input.Revenue },
            { "revenueAttributed", input.RevenueAttributed },
            { "margin", input.Margin },
            { "starsBefore", input.StarsBefore },
            { "starsAfter", input.StarsAfter },
            { "elasticity", elasticity },
        };
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.Reputation,
                StreamEntry.BasisOf(input.Margin),
                $"rating:{fact.ExternalReference}",
                Method,
                input.OwnElasticity is null ? EvidenceGrade.D : EvidenceGrade.B,
                exposed * stars * elasticity,
                inputs,
                terms,
                stars
            )
        );
    }
}
