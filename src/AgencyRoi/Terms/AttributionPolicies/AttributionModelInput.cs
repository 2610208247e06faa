using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.AttributionPolicies;

/// <summary>An attribution model with its parameters.</summary>
/// <param name="Type">The model.</param>
/// <param name="Weights">
/// For POSITION three: of the first touch, of those between together, of the last. For CUSTOM up to twenty: of the touches one after the other. None is below
/// zero, each has at most four decimal places; only how they relate counts.
/// </param>
/// <param name="CountedFrom">For CUSTOM: the touch that the first weight is for.</param>
/// <param name="HalfLifeDays">For TIME_DECAY: above zero, at most 3650.</param>
/// <param name="Order">For MARKOV: how many touches a state of the chain has, from 1 to 4; 1 unless given.</param>
internal sealed record AttributionModelInput(
    AttributionModelType Type,
    IReadOnlyList<decimal>? Weights = null,
    CountedFrom? CountedFrom = null,
    decimal? HalfLifeDays = null,
    int? Order = null
)
{
    public const int MostWeights = 20;

    /// <summary>The rule that credits touches one by one; null for a model that does not. Checked before.</summary>
    public AttributionModel? Rule() => AttributionRules.Of(Type, Weights, CountedFrom, HalfLifeDays);

    public void Check(InputChecks checks)
    {
        CheckWeights(checks);
        checks.Require(
            (CountedFrom is null) == (Type is not AttributionModelType.Custom),
            "countedFrom",
            "CUSTOM says from which touch its weights are counted, and no other model does."
        );
        checks.Require(HalfLifeDays is null || Type is AttributionModelType.TimeDecay, "halfLifeDays", "Only TIME_DECAY has a half-life.");
        checks.Require(HalfLifeDays is null or (> 0m and <= 3650m), "halfLifeDays", "A half-life is above zero and at most 3650 days.");
        checks.Places(HalfLifeDays, "halfLifeDays", places: 4);
        checks.Require(Order is null || Type is AttributionModelType.Markov, "order", "Only MARKOV has an order.");
        checks.Require(Order is null or (>= 1 and <= 4), "order", "The order is from 1 to 4.");
    }

    private void CheckWeights(InputChecks checks)
    {
        checks.Require(
            Weights is null || Type is AttributionModelType.Position or AttributionModelType.Custom,
            "weights",
            "Only POSITION and CUSTOM have weights."
        );
        checks.Require(
            Type is not AttributionModelType.Custom || Weights is { Count: > 0 },
            "weights",
            "CUSTOM needs at least one weight."
        );
        checks.Require(
            Type is not AttributionModelType.Position || Weights is null or { Count: 3 },
            "weights",
            "POSITION has three weights: of the first touch, of those between, of the last."
        );
        checks.Require(Weights is null || Weights.Count <= MostWeights, "weights", $"There are at most {MostWeights} weights.");
        // A list of one may be sent as its item, so that the error is the list's.
        checks.Require((Weights ?? []).All(weight => weight is >= 0m and <= 10_000m), "weights", "A weight is from 0 to 10,000.");
        checks.Require(
            (Weights ?? []).All(weight => decimal.Round(weight, 4) == weight),
            "weights",
            "A weight has at most 4 decimal places."
        );
        var isNothing = (Type, Weights) is (AttributionModelType.Position, [0m, _, 0m]) or (AttributionModelType.Custom, [0m, ..]);
        checks.Require(
            !isNothing,
            "weights",
            "A journey can be so short that only these count: the first weight is above zero, or for POSITION that of the first or the last touch."
        );
    }
}
