using AgencyRoi.Platform.Errors;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The models that a question names, or the usual ones.</summary>
internal static class AskedModels
{
    private const int Most = 12;

    // What is posted, the rules that most people compare with it, and how it would be without each channel. Their sums are kept.
    private static readonly IReadOnlyList<AttributionModelInput> Usual =
    [
        new(AttributionModelType.Policy),
        new(AttributionModelType.FirstTouch),
        new(AttributionModelType.LastTouch),
        new(AttributionModelType.Linear),
        new(AttributionModelType.Position),
        new(AttributionModelType.Markov),
    ];

    /// <summary>Paths have no policy.</summary>
    public static IReadOnlyList<AttributionModelInput> Of(IReadOnlyList<AttributionModelInput>? asked, AttributionSource source) =>
        asked ?? (source == AttributionSource.Paths ? [.. Usual.Skip(1)] : Usual);

    public static void Check(
        InputChecks checks,
        IReadOnlyList<AttributionModelInput> models,
        AttributionSource source,
        AttributionDimension by
    )
    {
        checks.Require(models.Count is >= 1 and <= Most, "models", $"Ask for one to {Most} models.");
        checks.Require(
            source != AttributionSource.Paths || by is not (AttributionDimension.Campaign or AttributionDimension.Post),
            "by",
            "Paths are of channels and name no campaign or post: ask for CHANNEL, NETWORK or OWNERSHIP."
        );
        foreach (var (place, model) in models.Index())
            model.Check(checks.Within("models").Within($"{place}"));
    }
}
