using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Recording.Facts;

/// <summary>A fact that is worth money or costs some: the ledger holds what its latest statement comes to.</summary>
internal abstract class PostedFact<TSelf, TStatement> : StatedFact<TSelf, TStatement>, ILedgerSource
    where TSelf : PostedFact<TSelf, TStatement>, new()
    where TStatement : FactStatement
{
    /// <summary>The kind of its entries' source.</summary>
    protected abstract SourceKind SourceKind { get; }

    /// <summary>The day that it counts on, or the first of them.</summary>
    protected abstract DateOnly Day { get; }

    /// <summary>The posting of the latest statement.</summary>
    /// <param name="entries">None when it is worth nothing or was taken back.</param>
    internal virtual FactPosting Post(IReadOnlyList<ValuedEntry> entries)
    {
        IsWithoutEntries = entries.Count == 0 && RetractedAt is null;
        return new(ClientId, SourceKind, Id, Revision, ExternalReference, Day, entries) { IsRetraction = RetractedAt is not null };
    }
}
