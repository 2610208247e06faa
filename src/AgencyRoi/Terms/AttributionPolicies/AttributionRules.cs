using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Terms.AttributionPolicies;

/// <summary>The rule of each model that credits touches one by one.</summary>
internal static class AttributionRules
{
    /// <summary>Null: the model credits channels and no touches, or is another one from day to day.</summary>
    public static AttributionModel? Of(
        AttributionModelType type,
        IReadOnlyList<decimal>? weights,
        CountedFrom? countedFrom,
        decimal? halfLifeDays
    ) =>
        type switch
        {
            AttributionModelType.FirstTouch => new FirstTouch(),
            AttributionModelType.LastTouch => new LastTouch(),
            AttributionModelType.LastNonDirectTouch => new LastNonDirectTouch(),
            AttributionModelType.Linear => new Linear(),
            AttributionModelType.Position => weights is [var first, var middle, var last]
                ? new PositionBased(first, middle, last)
                : new PositionBased(),
            AttributionModelType.WShaped => new WShaped(),
            AttributionModelType.FullPath => new FullPath(),
            AttributionModelType.TimeDecay => halfLifeDays is { } days ? new TimeDecay(days) : new TimeDecay(),
            AttributionModelType.JShaped => new JShaped(),
            AttributionModelType.InverseJShaped => new InverseJShaped(),
            AttributionModelType.CampaignPriority => new CampaignPriority(),
            AttributionModelType.Custom => new CustomWeights(weights!, countedFrom!.Value), // it has both, by the input's check
            AttributionModelType.Policy or AttributionModelType.Markov or AttributionModelType.Shapley => null,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an attribution model."),
        };
}
