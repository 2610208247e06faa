using AgencyRoi.Ledger.Sums;

namespace AgencyRoi.Reports.Caveats;

/// <summary>A caveat, and of which figures it holds.</summary>
internal sealed record Restriction(Caveat Caveat, Func<EntryFilter, bool> Holds)
{
    /// <summary>Whether it is about amounts alone, so that it does not restrict a number of units.</summary>
    public bool IsOfMoney { get; init; }

    /// <summary>Whether it is about what the ledger holds now, so that it does not restrict what was reported.</summary>
    public bool IsOfNow { get; init; }
}
