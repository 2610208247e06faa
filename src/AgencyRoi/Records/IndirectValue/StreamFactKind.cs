namespace AgencyRoi.Records.IndirectValue;

/// <summary>The kinds of fact that the ten indirect streams are made of.</summary>
internal enum StreamFactKind
{
    /// <summary>A talk, an event, a webinar or a publication.</summary>
    Appearance,

    /// <summary>Customers kept through the relationship.</summary>
    Retention,

    /// <summary>Customers who came because other customers spoke.</summary>
    Referral,

    /// <summary>A rating that changed.</summary>
    ReputationChange,

    /// <summary>A complaint that was handled where others could see it.</summary>
    CareCase,

    /// <summary>A link or a citation that was earned.</summary>
    Backlink,

    /// <summary>A sale that a channel helped and another one closed.</summary>
    IndirectSale,

    /// <summary>Contacts that were not needed because the answer was published.</summary>
    Deflection,

    /// <summary>Content used again, people trained.</summary>
    Learning,

    /// <summary>Research that did not have to be bought.</summary>
    Insight,

    /// <summary>Advertising that became cheaper.</summary>
    AdEfficiency,
}
