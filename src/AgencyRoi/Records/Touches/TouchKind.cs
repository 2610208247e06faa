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

/// <summary>Why the law lets a touch be processed: the legal bases of article 6 of the General Data Protection Regulation.</summary>
internal enum LegalBasis
{
    /// <summary>The person consented.</summary>
    Consent,

    /// <summary>A contract with the person needs it.</summary>
    Contract,

    /// <summary>A law asks for it.</summary>
    LegalObligation,

    /// <summary>It protects somebody's life.</summary>
    VitalInterests,

    /// <summary>A task in the public interest.</summary>
    PublicTask,

    /// <summary>Legitimate interests that outweigh the person's.</summary>
    LegitimateInterests,
}
