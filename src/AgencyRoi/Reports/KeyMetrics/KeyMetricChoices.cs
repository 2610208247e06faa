using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.KeyMetrics;

internal static class KeyMetricChoices
{
    /// <summary>The lists of some clients, in their order, in one statement.</summary>
    public static async Task<ILookup<ClientId, KeyMetricChoice>> OfClientsAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clientIds,
        CancellationToken cancellationToken
    )
    {
        ClientId[] ids = [.. clientIds.Distinct()];
        var rows = await session
            .Db.Set<KeyMetricChoice>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.ClientId))
            .OrderBy(row => row.Place)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ClientId);
    }
}
