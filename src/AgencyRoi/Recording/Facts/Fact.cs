using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Recording.Facts;

/// <summary>
/// Something that was stated of a client, by mutation or in a file: its external reference tells whether it is known already. What a kind has to say in
/// other words about one of its properties, it says by overriding that, setter and all: rows are made of the properties that a request reads.
/// </summary>
internal abstract class Fact : IVersioned
{
    [GraphQLIgnore]
    public Guid TenantId { get; protected init; }

    /// <summary>The id of its client.</summary>
    [ID<Client>]
    public virtual Guid ClientId { get; protected init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; protected init; }

    /// <summary>Its key in another system; made by us when none was given. Each kind says among what it is unique.</summary>
    public abstract string ExternalReference { get; protected init; }

    /// <summary>Goes up with each change.</summary>
    public abstract long Version { get; protected init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; protected init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; protected set; }

    /// <summary>A fact that says nothing yet.</summary>
    protected static T New<T>(Guid tenantId, Guid clientId, string externalReference, DateTimeOffset now)
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
