namespace AgencyRoi.Reports.Attribution;

/// <summary>The dimension that conversions are credited to.</summary>
internal enum AttributionDimension
{
    /// <summary>The channels of the touches; touches that no channel brought are a row of their own.</summary>
    Channel,

    /// <summary>The campaigns of the touches; touches of no campaign are a row of their own.</summary>
    Campaign,

    /// <summary>The posts and ads of the touches, by their keys in another system; touches of none are a row of their own.</summary>
    Post,

    /// <summary>The networks of the touches' channels.</summary>
    Network,

    /// <summary>Owned, earned or paid, as the touches' channels are.</summary>
    Ownership,
}
