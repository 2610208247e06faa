namespace AgencyRoi.Ledger.Entries;

/// <summary>The kinds of fact that post to the ledger.</summary>
internal enum SourceKind
{
    /// <summary>An outcome of a goal.</summary>
    Outcome,

    /// <summary>A cost.</summary>
    Cost,

    /// <summary>A sale or another conversion.</summary>
    Sale,

    /// <summary>A refund of a sale.</summary>
    Refund,

    /// <summary>Hours that somebody worked.</summary>
    TimeEntry,

    /// <summary>A talk, an event, a webinar or a publication.</summary>
    Appearance,

    /// <summary>Customers kept.</summary>
    Retention,

    /// <summary>Customers who came because other customers spoke.</summary>
    Referral,

    /// <summary>A rating that changed.</summary>
    ReputationChange,

    /// <summary>A complaint that was handled where others could see it.</summary>
    CareCase,

    /// <summary>A link or a citation.</summary>
    Backlink,

    /// <summary>A sale that a channel helped.</summary>
    IndirectSale,

    /// <summary>Contacts that were not needed.</summary>
    Deflection,

    /// <summary>Content used again, people trained.</summary>
    Learning,

    /// <summary>Research that did not have to be bought.</summary>
    Insight,

    /// <summary>Advertising that became cheaper.</summary>
    AdEfficiency,

    /// <summary>A month of visits by a search term.</summary>
    KeywordVisits,

    /// <summary>A subscription of a platform.</summary>
    Subscription,

    /// <summary>A part of a shared cost.</summary>
    CostAllocation,
}
