using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>A client in a group.</summary>
[TenantOwned]
internal sealed class ClientGroupMember
{
    private ClientGroupMember() { }

    public AgencyId TenantId { get; private init; }

    public ClientId ClientId { get; private init; }

    public ClientGroupId ClientGroupId { get; private init; }

    public static ClientGroupMember Of(ClientGroup group, ClientId clientId) =>
        new()
        {
            TenantId = group.TenantId,
            ClientId = clientId,
            ClientGroupId = group.Id,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ClientGroupMember>(member =>
        {
            member.ToTable("client_group_members", "app");
            member.HasKey(row => new
            {
                row.TenantId,
                row.ClientGroupId,
                row.ClientId,
            });
            member.RefersTo<ClientGroupMember, ClientGroup>(row => row.ClientGroupId);
            member.RefersTo<ClientGroupMember, Client>(row => row.ClientId);
        });
}
