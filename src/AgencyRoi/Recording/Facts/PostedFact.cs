using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Recording.Facts;

/// <summary>A fact that is worth money or costs some: each statement of it is a revision, and the ledger holds what the latest one comes to.</summary>
internal abstract class PostedFact : Fact, ILedgerSource
{
    /// <summary>How often its content has been stated: 1 at first, more after each correction.</summary>
    public virtual int Revision { get; protected set; } = 1;

    /// <summary>When it was taken back; null while it counts.</summary>
    public virtual DateTimeOffset? RetractedAt { get; protected set; }

    /// <summary>Goes up with each change; given back in an update to tell that nobody else changed it in between.</summary>
    public override long Version { get; protected init; } = 1;

    /// <summary>Takes it back: its entries are reversed, the row stays. False: it was taken back before.</summary>
    public bool Retract(DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return false;
        NextRevision(now);
        RetractedAt = now;
        return true;
    }

    /// <summary>Whether it counts and the ledger was given nothing of it just now: it is stored, and stands in no return.</summary>
    internal bool IsWithoutEntries { get; private set; }

    /// <summary>The posting of the latest statement.</summary>
    /// <param name="lines">None when it is worth nothing or was taken back.</param>
    internal FactPosting PostAs(SourceKind kind, DateOnly day, IReadOnlyList<ValuedEntry> lines)
    {
        IsWithoutEntries = lines.Count == 0 && RetractedAt is null;
        return new(ClientId, kind, Id, Revision, ExternalReference, day, lines) { IsRetraction = RetractedAt is not null };
    }

    /// <summary>It says something else now; one that was taken back counts again.</summary>
    protected void Restate(DateTimeOffset now)
    {
        NextRevision(now);
        RetractedAt = null;
    }

    /// <summary>It comes to something else in the ledger.</summary>
    protected void NextRevision(DateTimeOffset now)
    {
        Revision++;
        UpdatedAt = now;
    }
}
