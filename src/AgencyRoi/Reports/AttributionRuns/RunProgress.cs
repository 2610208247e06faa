using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Reports.Attribution;
using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Reports.AttributionRuns;

/// <summary>The row of a run as whoever makes it writes it, each step in a transaction of its own.</summary>
internal sealed class RunProgress(AgencyDatabase database, TenantScope scope, Guid run, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const string Take = """
        update app.attribution_runs
        set state = 'RUNNING', read_count = 0, maker_until = $3, version = version + 1, updated_at = $4
        where tenant_id = $1 and id = $2 and state in ('WAITING', 'RUNNING') and (maker_until is null or maker_until <= $4)
        """;

    private const string Tell = """
        update app.attribution_runs set read_count = $3, total_count = $4, maker_until = $5, version = version + 1, updated_at = $6
        where tenant_id = $1 and id = $2 and state = 'RUNNING'
        """;

    private const string Finish = """
        update app.attribution_runs
        set state = 'DONE', report = $3::jsonb, read_count = $4, total_count = $4, maker_until = null, finished_at = $5, version = version + 1, updated_at = $5
        where tenant_id = $1 and id = $2 and state = 'RUNNING'
        """;

    private const string Fail = """
        update app.attribution_runs set state = 'FAILED', maker_until = null, finished_at = $3, version = version + 1, updated_at = $3
        where tenant_id = $1 and id = $2 and state = 'RUNNING'
        """;

    /// <summary>Whether it is this process that makes it now.</summary>
    public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await WriteAsync(Take, cancellationToken, now + Lease, now) == 1;
    }

    public Task TellAsync(long read, long? total, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return WriteAsync(Tell, cancellationToken, read, Counted(total), now + Lease, now);
    }

    public Task FinishAsync(AttributionReport report, long read, CancellationToken cancellationToken) =>
        WriteAsync(Finish, cancellationToken, StoredReport.Write(report), read, time.GetUtcNow());

    public Task FailAsync(CancellationToken cancellationToken) => WriteAsync(Fail, cancellationToken, time.GetUtcNow());

    private static NpgsqlParameter Counted(long? total) =>
        new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = total is { } known ? known : DBNull.Value };

    private async Task<int> WriteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var session = await database.OpenOwnAsync(scope, SessionMode.Write, cancellationToken);
        await using var command = session.Command(sql).With([session.TenantId, run, .. values]);
        var rows = await command.ExecuteNonQueryAsync(cancellationToken);
        await session.CommitAsync(cancellationToken);
        return rows;
    }
}
