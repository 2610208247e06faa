using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Recording.Facts;

/// <summary>
/// Something that was stated of a client, by mutation or in a file: its external reference tells whether it is known already.
/// </summary>
internal abstract class Fact : VersionedRow, IOfClient
{
    /// <summary>Its client.</summary>
    [ID<Client>]
    public virtual ClientId ClientId { get; protected init; }

    /// <summary>Its key in another system; made by us when none was given. Each kind says among what it is unique.</summary>
    public abstract string ExternalReference { get; protected init; }

    /// <summary>How often its content has been stated: 1 at first, more after each correction.</summary>
    public virtual int Revision { get; protected set; } = 1;

    /// <summary>When it was taken back; null while it counts.</summary>
    public virtual DateTimeOffset? RetractedAt { get; protected set; }

    /// <summary>Whether it counts and the ledger was given nothing of it just now: it is stored, and stands in no return.</summary>
    internal bool IsWithoutEntries { get; private protected set; }

    /// <summary>Takes it back: it enters no figure any more, the row stays. False: it was taken back before.</summary>
    public bool Retract(DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return false;
        NextRevision(now);
        RetractedAt = now;
        return true;
    }

    /// <summary>It says something else now; one that was taken back counts again.</summary>
    protected void StateAnew(DateTimeOffset now)
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

    /// <summary>A fact that says nothing yet.</summary>
    protected static T New<T>(AgencyId tenantId, ClientId clientId, string externalReference, DateTimeOffset now)
        where T : Fact, new() =>
        new()
        {
            TenantId = tenantId,
            ClientId = clientId,
            Id = Guid.CreateVersion7(now),
            ExternalReference = externalReference,
            CreatedAt = now,
            UpdatedAt = now,
        };
}
