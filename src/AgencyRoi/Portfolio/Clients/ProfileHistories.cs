using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

internal static class ProfileHistories
{
    /// <summary>What some clients were on each day, in one statement.</summary>
    public static async Task<IReadOnlyList<ProfileHistory>> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<Client> clients,
        CancellationToken cancellationToken
    )
    {
        ClientId[] ids = [.. clients.Select(client => client.Id)];
        var rows = await session
            .Db.Set<ClientProfile>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.ClientId))
            .ToListAsync(cancellationToken);
        var byClient = rows.ToLookup(row => row.ClientId);
        return [.. clients.Select(client => new ProfileHistory(client, [.. byClient[client.Id]]))];
    }
}
