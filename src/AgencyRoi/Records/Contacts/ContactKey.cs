using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>A key by which a contact is known. The key itself is not told, and not stored: a hash is.</summary>
[TenantOwned]
internal sealed class ContactKey
{
    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    [GraphQLIgnore]
    public ClientId ClientId { get; private init; }

    [GraphQLIgnore]
    public Guid Id { get; private init; }

    [GraphQLIgnore]
    public Guid ContactId { get; private init; }

    /// <summary>What it is.</summary>
    public ContactKeyKind Kind { get; private init; }

    /// <summary>The code of the network that a handle is of; null: it is no handle.</summary>
    public string? NetworkCode { get; private init; }

    [GraphQLIgnore]
    public Guid KeyHash { get; private init; }

    [GraphQLIgnore]
    public DateTimeOffset CreatedAt { get; private init; }

    public static ContactKey Of(AgencyId tenantId, ClientId clientId, Guid contactId, GivenKey key, DateTimeOffset now) =>
        new()
        {
            TenantId = tenantId,
            ClientId = clientId,
            Id = Guid.CreateVersion7(now),
            ContactId = contactId,
            Kind = key.Kind,
            NetworkCode = key.Network,
            KeyHash = key.Hash,
            CreatedAt = now,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactKey>(row =>
        {
            row.ToTable("contact_keys", "app");
            row.HasTenantKey();
            row.RefersTo<ContactKey, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ContactKey, Contact>(each => each.ContactId);
        });
}
