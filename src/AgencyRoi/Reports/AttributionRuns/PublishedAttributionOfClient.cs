using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.AttributionRuns;

[ExtendObjectType<Client>]
internal static partial class PublishedAttributionOfClient
{
    /// <summary>Attribution that the agency published to the client's people, the latest publication first.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging]
    public static async Task<IReadOnlyList<KeyedList<PublishedAttribution>>> GetPublishedAttributionAsync(
        [Parent("Id")] List<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        ClientId[] ids = [.. clients.Select(client => client.Id)];
        var runs = await database.RunAsync(
            (session, token) =>
                session
                    .Db.Set<AttributionRun>()
                    .AsNoTracking()
                    .Where(run => ids.Contains(run.ClientId) && run.PublishedAt != null)
                    .ToListAsync(token),
            cancellationToken
        );
        var ofClients = runs.ToLookup(run => run.ClientId);
        return [.. clients.Select(client => LatestFirst(client, ofClients[client.Id]))];
    }

    private static KeyedList<PublishedAttribution> LatestFirst(Client client, IEnumerable<AttributionRun> runs) =>
        KeyedList.Of(
            $"{client.Id}",
            runs.Select(run => (run, PublishedAt: run.PublishedAt!.Value)) // by the filter
                .Select(run => ((-run.PublishedAt.UtcTicks, run.run.Id), PublishedAttribution.Of(run.run, run.PublishedAt)))
        );
}
