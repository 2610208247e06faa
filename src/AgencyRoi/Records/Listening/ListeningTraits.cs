namespace AgencyRoi.Records.Listening;

/// <summary>Where something was said.</summary>
internal enum MentionLocus
{
    /// <summary>On the client's own site.</summary>
    OwnSite,

    /// <summary>On the client's own channels.</summary>
    OwnNetworks,

    /// <summary>On sites and channels of customers and others.</summary>
    Elsewhere,
}

/// <summary>How the client is spoken of.</summary>
internal enum MentionSentiment
{
    /// <summary>Well.</summary>
    Positive,

    /// <summary>Neither well nor badly.</summary>
    Neutral,

    /// <summary>Badly.</summary>
    Negative,
}

/// <summary>The judge of a sentiment.</summary>
internal enum LabelSource
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A program.</summary>
    Tool,
}
