using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AgencyRoi.Platform.Database;

/// <summary>Optimistic concurrency by a number of ours: <c>xmin</c> would change when a table is restored or moved.</summary>
internal static class Versions
{
    public const string Property = "Version";

    /// <summary>The version goes up for every changed entity; the update then finds its row only if nobody else changed it in between.</summary>
    public static void Advance(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries().Where(entry => entry.State == EntityState.Modified))
            if (entry.Metadata.FindProperty(Property) is { IsConcurrencyToken: true })
                entry.Property(Property).CurrentValue = (long)entry.Property(Property).OriginalValue! + 1;
    }
}
