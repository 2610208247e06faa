namespace AgencyRoi.Ledger;

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
}
