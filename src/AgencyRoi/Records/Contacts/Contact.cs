using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Stages;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>
/// A person of a client's database, from an unknown follower to a regular customer. Who they are is not told: contacts are known by keys, of which hashes are
/// stored. A kept contact has all that was recorded of those that are merged into it; a merged one shows what it was given itself.
/// </summary>
[TenantOwned]
[Node]
internal sealed class Contact : VersionedRow, IOfClient
{
    private Contact() { }

    private Contact(AgencyId tenantId, ClientId clientId, Guid id, DateTimeOffset now)
    {
        (TenantId, ClientId, Id, KeptId) = (tenantId, clientId, id, id);
        (CreatedAt, UpdatedAt, KnownSince) = (now, now, DateOnly.FromDateTime(now.UtcDateTime));
    }

    /// <summary>Its client. The same person at another client is another contact.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The stage that it reached last; null: none was recorded.</summary>
    public CustomerStage? Stage { get; private set; }

    /// <summary>The day from which on every statement says this stage, in the client's time zone; null: none was recorded.</summary>
    public DateOnly? StageSince { get; private set; }

    /// <summary>
    /// The day since which it is known, in the client's time zone: of the first stage that was said of it or of those merged into it. Where none was said, the day on which it
    /// was made.
    /// </summary>
    public DateOnly KnownSince { get; private set; }

    /// <summary>The contact that it was merged into; null: it is kept.</summary>
    [ID<Contact>]
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The contact at the end of the merges; its own id where it is not merged.</summary>
    [ID<Contact>]
    public Guid KeptId { get; private set; }

    /// <summary>When the person was erased: it has no key, and nothing is recorded of it any more. Null: it was not.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public static Contact New(AgencyId tenantId, ClientId clientId, Guid id, DateTimeOffset now) => new(tenantId, clientId, id, now);

    public static void Map(ModelBuilder model) =>
        model.Entity<Contact>(row =>
        {
            row.ToTable("contacts", "app");
            row.HasTenantKey();
            row.RefersTo<Contact, Client>(each => each.ClientId);
        });
}
