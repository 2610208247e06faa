namespace AgencyRoi.Portfolio.Channels;

/// <summary>How a presence comes about.</summary>
internal enum ChannelOwnership
{
    /// <summary>The client's own: its page, site, newsletter.</summary>
    Owned,

    /// <summary>Given by others: press, reviews, shares.</summary>
    Earned,

    /// <summary>Bought: advertising.</summary>
    Paid,
}

/// <summary>The main role of a channel.</summary>
internal enum ChannelRole
{
    /// <summary>To be seen by many.</summary>
    Reach,

    /// <summary>To explain.</summary>
    Depth,

    /// <summary>To help customers.</summary>
    Care,

    /// <summary>To bring people together.</summary>
    Community,

    /// <summary>To sell.</summary>
    Conversion,

    /// <summary>To be found.</summary>
    Search,
}

/// <summary>Whether a network or a channel has a future.</summary>
internal enum LifecycleStage
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Still in use, on its way out.</summary>
    Declining,

    /// <summary>No longer in use; its history stays.</summary>
    Retired,
}

/// <summary>The kind of a network.</summary>
internal enum NetworkKind
{
    /// <summary>A social network.</summary>
    Social,

    /// <summary>Messages between people.</summary>
    Messaging,

    /// <summary>Moving pictures.</summary>
    Video,

    /// <summary>Sites and blogs.</summary>
    Content,

    /// <summary>Newsletters and mail.</summary>
    Email,

    /// <summary>Search engines.</summary>
    Search,

    /// <summary>Forums, reviews, questions and answers.</summary>
    Community,

    /// <summary>Podcasts and radio.</summary>
    Audio,

    /// <summary>Press and influencers.</summary>
    Press,

    /// <summary>Fairs, talks, shops.</summary>
    Event,

    /// <summary>Banners.</summary>
    Display,

    /// <summary>None of the others.</summary>
    Other,
}
