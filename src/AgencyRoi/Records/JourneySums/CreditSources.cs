using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Records.JourneySums;

/// <summary>By what a row of credits is credited, as it is stored: a model whose sums are kept, or buyers.</summary>
internal static class CreditSources
{
    /// <summary>What buyers named when asked.</summary>
    public const string Buyer = "BUYER";

    /// <summary>The models that credit a path by its order alone, by their usual weights.</summary>
    public static readonly IReadOnlyList<AttributionModelType> Rules =
    [
        AttributionModelType.FirstTouch,
        AttributionModelType.LastTouch,
        AttributionModelType.Linear,
        AttributionModelType.Position,
    ];

    /// <summary>The client's own policy, of each conversion's day.</summary>
    public static readonly string Policy = EnumCode.Of(AttributionModelType.Policy);

    /// <summary>Null: no credits by the model are kept.</summary>
    public static string? Of(AttributionModelType model) =>
        model == AttributionModelType.Policy || Rules.Contains(model) ? EnumCode.Of(model) : null;
}
