using System.Collections.Concurrent;
using AgencyRoi.Database;
using AgencyRoi.Tenancy;
using Npgsql;

namespace AgencyRoi.Access;

/// <summary>
/// When each token was last used: gathered in memory and written once a minute, one short transaction an agency, so that a read
/// never costs a write.
/// </summary>
internal sealed partial class TokenUse(AgencyDatabase database, TimeProvider time, ILogger<TokenUse> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (TenantInfo Agency, DateTimeOffset At)> uses = new();

    public void Note(Viewer viewer, DateTimeOffset at) => uses[viewer.TokenId] = (viewer.Agency, at);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var taken = new List<KeyValuePair<Guid, (TenantInfo Agency, DateTimeOffset At)>>();
        foreach (var token in uses.Keys)
            if (uses.TryRemove(token, out var use))
                taken.Add(new(token, use));
        foreach (var agency in taken.GroupBy(use => use.Value.Agency))
            await WriteAsync(agency.Key, [.. agency.Select(use => (use.Key, use.Value.At))], cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryWriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; StopAsync writes what is left.
        }
    }

    // A time of use is not worth a failing process: what could not be written is lost, and said so.
    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (NpgsqlException error)
        {
            LogLoss(logger, error.SqlState ?? "no connection");
        }
    }

    private async Task WriteAsync(TenantInfo agency, List<(Guid Token, DateTimeOffset At)> used, CancellationToken cancellationToken)
    {
        const string update = """
            update app.api_tokens t set last_used_at = u.at
            from unnest($2, $3) as u (id, at)
            where t.tenant_id = $1 and t.id = u.id and (t.last_used_at is null or t.last_used_at < u.at)
            """;
        await using var session = await database.OpenAsync(
            new TenantScope(agency, ClientScope.All, "token-use"),
            SessionMode.Write,
            cancellationToken
        );
        await using var command = session.Command(update);
        command.Parameters.Add(new() { Value = agency.Id });
        command.Parameters.Add(new() { Value = used.Select(use => use.Token).ToArray() });
        command.Parameters.Add(new() { Value = used.Select(use => use.At).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Times of token use were not written: {Code}")]
    private static partial void LogLoss(ILogger logger, string code);
}
