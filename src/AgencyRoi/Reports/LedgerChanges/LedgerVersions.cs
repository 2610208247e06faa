using System.Runtime.CompilerServices;
using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using NpgsqlTypes;

namespace AgencyRoi.Reports.LedgerChanges;

/// <summary>The ledger of a client stands at this version.</summary>
internal readonly record struct LedgerVersion(ClientId ClientId, long Version);

/// <summary>
/// Follows ledgers for a viewer. A notice only says where to look: each version is read in a transaction of its own, which sees what the token
/// sees, and only while the token is good.
/// </summary>
internal sealed class LedgerVersions(LedgerFeed feed, AgencyDatabase database, CallerEnds ends, TimeProvider time)
{
    // A file of a thousand rows changes a ledger many times a second, and nobody reads figures that often.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string Heads = EmbeddedSql.Read("Reports.LedgerChanges.heads.sql");

    /// <summary>How many of these clients the viewer sees.</summary>
    public async Task<int> CountVisibleAsync(Viewer viewer, IReadOnlyCollection<ClientId> clientIds, CancellationToken cancellationToken) =>
        (await ReadAsync(viewer, clientIds, cancellationToken)).Count;

    /// <summary>First the version of now of each client, then each new one. What changes faster than it is read is told once, with its last version.</summary>
    /// <param name="clientIds">Null: all that the viewer sees, those to come among them.</param>
    public async IAsyncEnumerable<LedgerVersion> FollowAsync(
        Viewer viewer,
        IReadOnlySet<ClientId>? clientIds,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var follower = feed.Follow(
            viewer.Agency.Id,
            client => viewer.Clients.Includes(client) && clientIds?.Contains(client) is not false
        );
        var told = new Dictionary<ClientId, long>();
        while (true)
        {
            var changed =
                await follower.NextAsync(cancellationToken)
                ?? [.. (await ReadAsync(viewer, clientIds, cancellationToken)).Where(IsNew).Select(head => head.ClientId)];
            foreach (var client in changed)
            {
                foreach (var head in (await ReadAsync(viewer, [client], cancellationToken)).Where(IsNew))
                {
                    told[client] = head.Version;
                    yield return head;
                }
            }
            await Task.Delay(Pause, cancellationToken);
        }

        bool IsNew(LedgerVersion head) => !told.TryGetValue(head.ClientId, out var version) || version < head.Version;
    }

    private async Task<IReadOnlyList<LedgerVersion>> ReadAsync(
        Viewer viewer,
        IReadOnlyCollection<ClientId>? clientIds,
        CancellationToken cancellationToken
    )
    {
        await using var session = await database.OpenAsync(viewer.Scope, SessionMode.Read, cancellationToken);
        await ends.DemandNoneAsync(session, viewer, time.GetUtcNow(), cancellationToken);
        await using var command = session.Command(Heads);
        command.Parameters.Add(new() { Value = session.TenantId.Value });
        command.Parameters.Add(session.VisibleOrAll(clientIds));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<LedgerVersion>();
        while (await reader.ReadAsync(cancellationToken))
            heads.Add(new(reader.GetId<ClientId>(0), reader.GetInt64(1)));
        return heads;
    }
}
