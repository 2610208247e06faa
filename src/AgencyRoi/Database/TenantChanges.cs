using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AgencyRoi.Database;

/// <summary>What is about to be saved belongs to the operation's agency, or nothing is saved.</summary>
internal static class TenantChanges
{
    public static void Check(ChangeTracker changes, Guid tenantId)
    {
        foreach (var entry in changes.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            var entity = entry.Metadata.ClrType;
            if (!TenantFilter.IsOwned(entity))
                throw new TenantException($"{entity.Name} belongs to no agency and is only read.");
            var owner = entry.Property(TenantFilter.Property);
            if (owner.CurrentValue is not Guid current || current == Guid.Empty)
                throw new TenantException($"{entity.Name} was made without its agency.");
            if (current != tenantId || !tenantId.Equals(owner.OriginalValue))
                throw new TenantException($"{entity.Name} belongs to another agency.");
        }
    }
}
