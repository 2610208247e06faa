namespace AgencyRoi.Records.Journeys;

/// <summary>Why the law lets data of a person be processed: the legal bases of article 6 of the General Data Protection Regulation.</summary>
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
