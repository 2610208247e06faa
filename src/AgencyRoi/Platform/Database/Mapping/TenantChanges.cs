using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>Changes are saved only if each row belongs to the operation's agency, and to a client that it may see.</summary>
internal static class TenantChanges
{
    public static void Check(ChangeTracker changes, TenantScope scope)
    {
        foreach (var entry in changes.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            var entity = entry.Metadata.ClrType;
            if (!TenantFilter.IsOwned(entity))
                throw new TenantException($"{entity.Name} belongs to no agency and is only read.");
            var owner = entry.Property(TenantFilter.Property);
            if (owner.CurrentValue is not AgencyId current || current == default)
                throw new TenantException($"{entity.Name} was made without its agency.");
            if (current != scope.Tenant.Id || !scope.Tenant.Id.Equals(owner.OriginalValue))
                throw new TenantException($"{entity.Name} belongs to another agency.");
            if (ClientFilter.PropertyOf(entry.Metadata) is { } property && IsOutOfReach(entry.Property(property), scope.Clients))
                throw new ClientOutOfReachException(entity.Name);
        }
    }

    private static bool IsOutOfReach(PropertyEntry client, ClientScope visible) =>
        !(
            client.CurrentValue is ClientId current
            && visible.Includes(current)
            && client.OriginalValue is ClientId before
            && visible.Includes(before)
        );
}

/// <summary>Nothing is saved: for the operation there is no such client.</summary>
internal sealed class ClientOutOfReachException(string entity) : Exception($"{entity} belongs to a client that the operation may not see.");
