using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Platform.Rows;

/// <summary>
/// A row of an agency that is changed only by someone who has seen its latest version. What a kind has to say in other words about one of these properties,
/// it says by overriding that, setter and all, and keeps the base's value: rows are made of the properties that a request reads, and hold each once.
/// </summary>
internal abstract class VersionedRow<TId> : IVersioned<TId>
    where TId : struct
{
    /// <summary>A row as the database gives it.</summary>
    protected VersionedRow() { }

    /// <summary>A new row.</summary>
    protected VersionedRow(AgencyId tenantId, TId id, DateTimeOffset now) =>
        (TenantId, Id, CreatedAt, UpdatedAt) = (tenantId, id, now, now);

    [GraphQLIgnore]
    public AgencyId TenantId { get; protected init; }

    /// <summary>The global id.</summary>
    [ID]
    public virtual TId Id { get; protected init; }

    /// <summary>Goes up with each change; given back in an update to tell that nobody else changed it in between.</summary>
    public virtual long Version { get; protected init; } = 1;

    /// <summary>When it was entered.</summary>
    public virtual DateTimeOffset CreatedAt { get; protected init; }

    /// <summary>When it was last changed.</summary>
    public virtual DateTimeOffset UpdatedAt { get; protected set; }
}

/// <summary>Such a row whose id has no type of its own.</summary>
internal abstract class VersionedRow : VersionedRow<Guid>, IVersioned
{
    protected VersionedRow() { }

    protected VersionedRow(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, Guid.CreateVersion7(now), now) { }
}
