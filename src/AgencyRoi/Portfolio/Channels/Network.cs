using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>A network that channels live on: one of the shared catalogue, or an addition of the agency's own.</summary>
/// <param name="Code">Its key, for example <c>LINKEDIN</c>.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Kind">What kind of network it is.</param>
/// <param name="Lifecycle">Whether it has a future.</param>
/// <param name="IsOwn">Whether the agency added it for itself.</param>
[Portal]
internal sealed record Network(string Code, string Name, NetworkKind Kind, LifecycleStage Lifecycle, bool IsOwn)
{
    public static Network Of(CatalogueNetwork network) => new(network.Code, network.Name, network.Kind, network.Lifecycle, IsOwn: false);

    public static Network Of(AgencyNetwork network) => new(network.Code, network.Name, network.Kind, network.Lifecycle, IsOwn: true);
}

/// <summary>A row of the shared catalogue.</summary>
[NotTenantOwned]
internal sealed class CatalogueNetwork
{
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public NetworkKind Kind { get; private init; }
    public LifecycleStage Lifecycle { get; private init; }

    public static void Map(ModelBuilder model) =>
        model.Entity<CatalogueNetwork>(network =>
        {
            network.ToTable("networks", "app");
            network.HasKey(row => row.Code);
        });
}

/// <summary>A network that one agency added for itself.</summary>
[TenantOwned]
internal sealed class AgencyNetwork
{
    public AgencyId TenantId { get; private init; }
    public Guid Id { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public NetworkKind Kind { get; private init; }
    public LifecycleStage Lifecycle { get; private init; }
    public long Version { get; private init; } = 1;
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private init; }

    public static AgencyNetwork Create(AgencyId tenantId, CreateNetworkInput input, DateTimeOffset now) =>
        new()
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            Code = input.Code,
            Name = input.Name,
            Kind = input.Kind,
            Lifecycle = LifecycleStage.Active,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <summary>
    /// Those that the token may know: all, or, when it is restricted to clients, those that its clients live on. The name of another may be that of a client
    /// it does not serve.
    /// </summary>
    public static IQueryable<AgencyNetwork> Visible(DatabaseSession session)
    {
        var all = session.Db.Set<AgencyNetwork>();
        return session.Scope.Clients.IsAll
            ? all
            : all.Where(network => session.Db.Set<Channel>().Any(channel => channel.AgencyNetworkId == network.Id));
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<AgencyNetwork>(network =>
        {
            network.ToTable("agency_networks", "app");
            network.HasTenantKey();
        });
}
