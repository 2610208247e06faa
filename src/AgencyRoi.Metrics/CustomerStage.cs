namespace AgencyRoi.Metrics;

/// <summary>How far somebody has come on the way from nobody to a regular customer. Of two that were reached on one day the later one of this list holds.</summary>
public enum CustomerStage
{
    /// <summary>A follower or a subscriber of whom nothing else is known.</summary>
    Unknown,

    /// <summary>A message of the client reached them.</summary>
    Reached,

    /// <summary>They answered, shared, liked or commented.</summary>
    Active,

    /// <summary>They came to a site or a place of the client's own.</summary>
    Visitor,

    /// <summary>They told something about themselves.</summary>
    Profiled,

    /// <summary>They showed that they may buy.</summary>
    Lead,

    /// <summary>They bought.</summary>
    Customer,

    /// <summary>They buy again and again.</summary>
    Regular,

    /// <summary>They left, or went over to somebody else.</summary>
    Lost,
}
