using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Ledger.Entries;

/// <summary>A revision of a fact with the entries that its valuation gives.</summary>
/// <param name="SourceId">The fact's id; it stays through all revisions.</param>
/// <param name="SourceRevision">From 1. What is posted of an older revision is reversed, a revision posted already is passed over.</param>
/// <param name="OccurredOn">The fact's day, one of the things that decide between claims on a unit.</param>
/// <param name="Entries">None when the revision is worth nothing: then what an older one posted is reversed, and that is all.</param>
internal sealed record FactPosting(
    ClientId ClientId,
    SourceKind SourceKind,
    Guid SourceId,
    int SourceRevision,
    string ExternalReference,
    DateOnly OccurredOn,
    IReadOnlyList<ValuedEntry> Entries
)
{
    /// <summary>Whether the revision takes the fact back, rather than saying that it is worth nothing.</summary>
    public bool IsRetraction { get; init; }

    /// <summary>Whether the fact was stored in this transaction: the ledger holds nothing of it, and is not asked.</summary>
    public bool IsOfNewFact { get; init; }
}
