namespace AgencyRoi.Records.Touches;

/// <summary>How somebody met the client.</summary>
internal enum TouchKind
{
    /// <summary>They came to a site or a page.</summary>
    Visit,

    /// <summary>They clicked an ad, a post or a link.</summary>
    Click,

    /// <summary>They saw an ad, a post or a video.</summary>
    View,

    /// <summary>They wrote or were written to.</summary>
    Message,

    /// <summary>They spoke on the phone.</summary>
    Call,

    /// <summary>They met in person.</summary>
    Meeting,

    /// <summary>Any other way.</summary>
    Other,
}
