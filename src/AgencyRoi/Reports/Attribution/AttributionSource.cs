namespace AgencyRoi.Reports.Attribution;

/// <summary>The records that journeys are read from.</summary>
internal enum AttributionSource
{
    /// <summary>The touches of people, and the conversions and refunds that the client's books hold.</summary>
    Touches,

    /// <summary>The paths that analytics tools counted, with the conversions that they count themselves. The two are not added up: a tool counts the same people.</summary>
    Paths,
}
