using System.Collections.Concurrent;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Members;

/// <summary>When each member last asked for something.</summary>
internal sealed class MemberUse(AgencyDatabase database, TimeProvider time, ILogger<MemberUse> logger)
    : MinutelyWriter(database, time, logger)
{
    private readonly ConcurrentDictionary<Guid, (TenantInfo Agency, DateTimeOffset At)> seen = new();

    public void Note(Viewer member, DateTimeOffset at) => seen[member.Caller.Id] = (member.Agency, at);

    public override async Task WriteAsync(CancellationToken cancellationToken)
    {
        var taken = new List<(Guid Member, TenantInfo Agency, DateTimeOffset At)>();
        foreach (var member in seen.Keys)
            if (seen.TryRemove(member, out var use))
                taken.Add((member, use.Agency, use.At));
        foreach (var agency in taken.GroupBy(use => use.Agency))
            await WriteAsync(agency.Key, session => WriteAsync(session, [.. agency], cancellationToken), cancellationToken);
    }

    private static async Task WriteAsync(
        DatabaseSession session,
        List<(Guid Member, TenantInfo Agency, DateTimeOffset At)> seen,
        CancellationToken cancellationToken
    )
    {
        // Locked in the order of their ids, as tokens are.
        const string update = """
            with seen as (
              select m.id, u.at from unnest($2, $3) as u (id, at) join app.memberships m on m.tenant_id = $1 and m.id = u.id
              where m.last_seen_at is null or m.last_seen_at < u.at
              order by m.id for no key update of m)
            update app.memberships m set last_seen_at = seen.at from seen where m.tenant_id = $1 and m.id = seen.id
            """;
        await using var command = session.Command(update);
        command.Parameters.Add(new() { Value = session.TenantId.Value });
        command.Parameters.Add(new() { Value = seen.Select(use => use.Member).ToArray() });
        command.Parameters.Add(new() { Value = seen.Select(use => use.At).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
