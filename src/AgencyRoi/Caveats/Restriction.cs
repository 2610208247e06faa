using AgencyRoi.Ledger;

namespace AgencyRoi.Caveats;

/// <summary>A caveat, and of which figures it holds.</summary>
internal sealed record Restriction(Caveat Caveat, Func<EntryFilter, bool> Holds)
{
    /// <summary>Whether it is about amounts alone, so that it does not restrict a number of units.</summary>
    public bool IsOfMoney { get; init; }
}
