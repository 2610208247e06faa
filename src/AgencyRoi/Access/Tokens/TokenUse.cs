using System.Collections.Concurrent;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Tokens;

/// <summary>When each token was last used.</summary>
internal sealed class TokenUse(AgencyDatabase database, TimeProvider time, ILogger<TokenUse> logger)
    : MinutelyWriter(database, time, logger)
{
    private readonly ConcurrentDictionary<Guid, (TenantInfo Agency, DateTimeOffset At)> uses = new();

    public void Note(Guid tokenId, TenantInfo agency, DateTimeOffset at) => uses[tokenId] = (agency, at);

    public override async Task WriteAsync(CancellationToken cancellationToken)
    {
        var taken = new List<KeyValuePair<Guid, (TenantInfo Agency, DateTimeOffset At)>>();
        foreach (var token in uses.Keys)
            if (uses.TryRemove(token, out var use))
                taken.Add(new(token, use));
        foreach (var agency in taken.GroupBy(use => use.Value.Agency))
            await WriteAsync(
                agency.Key,
                session => WriteAsync(session, [.. agency.Select(use => (use.Key, use.Value.At))], cancellationToken),
                cancellationToken
            );
    }

    private static async Task WriteAsync(
        DatabaseSession session,
        List<(Guid Token, DateTimeOffset At)> used,
        CancellationToken cancellationToken
    )
    {
        // Locked in the order of their ids, as by whoever revokes several: two that lock in different orders wait for each other for ever.
        const string update = """
            with used as (
              select t.id, u.at from unnest($2, $3) as u (id, at) join app.api_tokens t on t.tenant_id = $1 and t.id = u.id
              where t.last_used_at is null or t.last_used_at < u.at
              order by t.id for no key update of t)
            update app.api_tokens t set last_used_at = used.at from used where t.tenant_id = $1 and t.id = used.id
            """;
        await using var command = session.Command(update);
        command.Parameters.Add(new() { Value = session.TenantId.Value });
        command.Parameters.Add(new() { Value = used.Select(use => use.Token).ToArray() });
        command.Parameters.Add(new() { Value = used.Select(use => use.At).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
