using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The credits of one model by the numbers of the dimension's values; what was never credited may be missing at the end.</summary>
internal sealed record ModelResult(IReadOnlyList<ModelCredit> Credits)
{
    /// <summary>By the numbers of the dimension's values; null: the model has none.</summary>
    public IReadOnlyDictionary<int, decimal>? RemovalEffects { get; init; }

    public decimal? BaseProbability { get; init; }

    /// <summary>Why a model credits nothing; null: it does.</summary>
    public AttributionUndefinedReason? Gap { get; init; }

    public int? States { get; init; }

    /// <summary>Conversions that are credited to what their buyers named when asked; null: the model credits no single conversion.</summary>
    public decimal? Agreeing { get; init; }

    public ModelCredit Of(int part) => part < Credits.Count ? Credits[part] : default;
}
