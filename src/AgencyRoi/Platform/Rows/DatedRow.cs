using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Rows;

/// <summary>
/// A row of an agency that says what holds from a day on, until a later one begins. It is never changed: one with a higher revision, entered later for the same
/// day, takes its place.
/// </summary>
internal abstract class DatedRow : IIdentified
{
    /// <summary>A row as the database gives it.</summary>
    protected DatedRow() { }

    /// <summary>A new row.</summary>
    protected DatedRow(AgencyId tenantId, DateOnly from, int revision, DateTimeOffset now) =>
        (TenantId, Id, EffectiveFrom, Revision, CreatedAt) = (tenantId, Guid.CreateVersion7(now), from, revision, now);

    [GraphQLIgnore]
    public AgencyId TenantId { get; protected init; }

    /// <summary>The global id.</summary>
    [Portal]
    [ID]
    public Guid Id { get; protected init; }

    /// <summary>The first day on which it holds. Each kind says until when.</summary>
    public abstract DateOnly EffectiveFrom { get; protected init; }

    /// <summary>Of several for the same day the one with the highest number holds.</summary>
    public virtual int Revision { get; protected init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; protected init; }
}
