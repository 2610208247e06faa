using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>A group that the agency makes of its clients, as by office, by team or by contract. A client may be in several.</summary>
[TenantOwned]
[Node]
internal sealed class ClientGroup : VersionedRow<ClientGroupId>
{
    private ClientGroup() { }

    private ClientGroup(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, new(Guid.CreateVersion7(now)), now) { }

    /// <summary>As the agency calls it; no other group that is not archived has this name, in whatever case.</summary>
    public string Name { get; private set; } = "";

    [GraphQLIgnore]
    public string FoldedName { get; private set; } = "";

    /// <summary>Its key in another system; unique within the agency.</summary>
    public string? ExternalReference { get; private set; }

    /// <summary>When it was archived; null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public static ClientGroup Create(AgencyId tenantId, CreateClientGroupInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            Name = input.Name,
            FoldedName = Fold(input.Name),
            ExternalReference = input.ExternalReference,
        };

    public IUserError? Change(UpdateClientGroupInput input, DateTimeOffset now)
    {
        if (ArchivedAt is not null)
            return BadInputError.At("id", "The group is archived: make another one.");
        Name = input.Name ?? Name;
        FoldedName = Fold(Name);
        ExternalReference = input.ExternalReference.Or(ExternalReference);
        UpdatedAt = now;
        return null;
    }

    /// <summary>Archiving twice changes nothing.</summary>
    public void Archive(DateTimeOffset now)
    {
        if (ArchivedAt is null)
            (ArchivedAt, UpdatedAt) = (now, now);
    }

    /// <summary>
    /// Those that the token may know: all, or, when it is restricted to clients, those that one of its clients is in. The name of another may be that of a client
    /// it does not serve.
    /// </summary>
    public static IQueryable<ClientGroup> Visible(DatabaseSession session) =>
        session.Scope.Clients.IsAll ? session.Db.Set<ClientGroup>() : WithMembers(session.Db);

    /// <summary>Those with a client that the session sees.</summary>
    public static IQueryable<ClientGroup> WithMembers(AgencyDbContext db) =>
        db.Set<ClientGroup>().Where(group => db.Set<ClientGroupMember>().Any(member => member.ClientGroupId == group.Id));

    public static void Map(ModelBuilder model) =>
        model.Entity<ClientGroup>(group =>
        {
            group.ToTable("client_groups", "app");
            group.HasTenantKey();
        });

    private static string Fold(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
