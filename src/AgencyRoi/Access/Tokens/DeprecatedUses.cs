using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Tokens;

/// <summary>
/// Counts the use of deprecated members: for the operator, who wants to know when one can go, as a metric over all agencies; and by token for
/// the agency, whose integrations would break.
/// </summary>
internal sealed class DeprecatedUses(AgencyDatabase database, TimeProvider time, IMeterFactory meters, ILogger<DeprecatedUses> logger)
    : MinutelyWriter(database, time, logger)
{
    public const string MeterName = "AgencyRoi";
    public const string CounterName = "agencyroi.graphql.deprecated_uses";

    private readonly ConcurrentDictionary<(Guid Token, string Coordinate), Use> uses = new();
    private readonly Counter<long> counter = meters
        .Create(MeterName)
        .CreateCounter<long>(CounterName, "{operation}", "Operations that named a deprecated member of the API.");

    public void Note(Viewer viewer, IReadOnlyCollection<string> coordinates, DateTimeOffset at)
    {
        foreach (var coordinate in coordinates)
        {
            counter.Add(1, new KeyValuePair<string, object?>("coordinate", coordinate));
            // Programs have to be changed over by whoever runs them; people use a page that somebody else does.
            if (viewer.Caller.TokenId is not { } token)
                continue;
            uses.AddOrUpdate(
                (token, coordinate),
                static (_, once) => once,
                static (_, known, once) => once with { Count = known.Count + 1 },
                new Use(viewer.Agency, 1, at)
            );
        }
    }

    public override async Task WriteAsync(CancellationToken cancellationToken)
    {
        var taken = new List<((Guid Token, string Coordinate) Key, Use Use)>();
        foreach (var key in uses.Keys)
            if (uses.TryRemove(key, out var use))
                taken.Add((key, use));
        foreach (var agency in taken.GroupBy(entry => entry.Use.Agency))
            await WriteAsync(
                agency.Key,
                async session =>
                {
                    foreach (var (key, use) in agency)
                        await WriteAsync(session, key.Token, key.Coordinate, use, cancellationToken);
                },
                cancellationToken
            );
    }

    private static async Task WriteAsync(
        DatabaseSession session,
        Guid token,
        string coordinate,
        Use use,
        CancellationToken cancellationToken
    )
    {
        const string upsert = """
            insert into app.deprecated_uses as known (tenant_id, token_id, coordinate, count, last_used_at)
            values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, token_id, coordinate) do update
            set count = known.count + excluded.count, last_used_at = greatest(known.last_used_at, excluded.last_used_at)
            """;
        await using var command = session.Command(upsert);
        command.Parameters.Add(new() { Value = session.TenantId.Value });
        command.Parameters.Add(new() { Value = token });
        command.Parameters.Add(new() { Value = coordinate });
        command.Parameters.Add(new() { Value = use.Count });
        command.Parameters.Add(new() { Value = use.LastAt });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Use(TenantInfo Agency, long Count, DateTimeOffset LastAt);
}
