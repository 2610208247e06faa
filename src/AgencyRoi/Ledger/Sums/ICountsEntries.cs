namespace AgencyRoi.Ledger.Sums;

/// <summary>A figure of an answer, made of entries of the ledger.</summary>
internal interface ICountsEntries
{
    /// <summary>The entries that it counts.</summary>
    [GraphQLIgnore]
    EntryFilter Counted { get; }
}

/// <summary>A figure of an answer that counts units of an indicator, and no money.</summary>
internal interface ICountsUnits
{
    /// <summary>The entries whose units it counts.</summary>
    [GraphQLIgnore]
    EntryFilter Counted { get; }
}

/// <summary>A figure as it was reported at a closing, which no later value changes.</summary>
internal interface IReportsEntries
{
    /// <summary>The entries that it counted.</summary>
    [GraphQLIgnore]
    EntryFilter Counted { get; }
}
