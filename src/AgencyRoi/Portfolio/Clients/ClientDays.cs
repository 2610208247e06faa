using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

internal static class ClientDays
{
    /// <summary>The day that it is for each client.</summary>
    public static async Task<IReadOnlyDictionary<ClientId, DateOnly>> TodayAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clientIds,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ClientId[] ids = [.. clientIds.Distinct()];
        var zones = await session
            .Db.Set<Client>()
            .Where(client => ids.Contains(client.Id))
            .ToDictionaryAsync(client => client.Id, client => client.TimeZone, cancellationToken);
        return zones.ToDictionary(zone => zone.Key, zone => Calendar.DayIn(zone.Value, now));
    }
}
