using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Why a model credits nothing.</summary>
internal enum AttributionUndefinedReason
{
    /// <summary>No journey has been read.</summary>
    NoChannels,

    /// <summary>No journey leads to a conversion, so that there is nothing to remove.</summary>
    NoConversions,

    /// <summary>The chain has more states than it is solved for: a lower order or a coarser dimension has fewer.</summary>
    TooManyStates,

    /// <summary>The probabilities did not settle: journeys go in circles almost without an end.</summary>
    NotSettled,

    /// <summary>The model goes by the age of touches, and paths do not say when these were.</summary>
    NoTimes,

    /// <summary>The model is the policy of each conversion's day, and paths of many days are counted together.</summary>
    NoPolicy,
}

internal static class AttributionUndefinedReasons
{
    public static AttributionUndefinedReason Of(MarkovGap gap) =>
        gap switch
        {
            MarkovGap.NoChannels => AttributionUndefinedReason.NoChannels,
            MarkovGap.NoConversions => AttributionUndefinedReason.NoConversions,
            MarkovGap.TooManyStates => AttributionUndefinedReason.TooManyStates,
            MarkovGap.NotSettled => AttributionUndefinedReason.NotSettled,
            _ => throw new InvalidOperationException($"{gap} has no reason yet."),
        };
}
