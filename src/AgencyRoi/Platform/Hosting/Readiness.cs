using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Database.Outages;
using Npgsql;

namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// Whether the database is there and fits. It is asked over a connection of its own, since in the pool a probe would wait behind an agency that
/// is busy; and once at a time, so that whoever probes without end gets no more than this one.
/// </summary>
internal sealed class Readiness(IConfiguration settings) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock sync = new();
    private readonly Lazy<NpgsqlDataSource> own = new(() => Own(settings));
    private string? lastReason;
    private Task<string?> looking = Task.FromResult<string?>(null);

    /// <summary>Why this process cannot work; null when it can.</summary>
    public Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (looking.IsCompleted)
                looking = LookInTimeAsync();
            return looking.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Whether another reason than at the last time is given: probes come every few seconds, and an outage is logged once.</summary>
    public bool IsNews(string? reason) => Interlocked.Exchange(ref lastReason, reason) != reason;

    public async ValueTask DisposeAsync()
    {
        if (own.IsValueCreated)
            await own.Value.DisposeAsync();
    }

    private async Task<string?> LookInTimeAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            try
            {
                return await LookAsync(timeout.Token);
            }
            catch (Exception lost) when (Outage.IsMeantBy(lost) && !Outage.IsRefusal(lost))
            {
                // The connection of the last probe may have ended with an outage that is over.
                own.Value.Clear();
                return await LookAsync(timeout.Token);
            }
        }
        catch (PoolerException)
        {
            return "pooler";
        }
        // 42P01: a database that was never migrated.
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return "migrations";
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return "database";
        }
        catch (MigrationException)
        {
            return "migrations";
        }
    }

    private async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await own.Value.OpenConnectionAsync(cancellationToken);
        try
        {
            await SessionStart.ProbeAsync(connection, DataSources.StatementsOf(own.Value), cancellationToken);
        }
        catch (SessionMismatchException)
        {
            own.Value.Clear();
            return "session";
        }
        if ((await RoleCheck.FindingsAsync(connection, cancellationToken)).Count > 0)
            return "role";
        var applied = await MigrationHistory.ReadAsync(connection, cancellationToken);
        return MigrationHistory.Waiting(Migration.All, applied).Count > 0 ? "migrations" : null;
    }

    private static NpgsqlDataSource Own(IConfiguration settings)
    {
        var one = new NpgsqlConnectionStringBuilder(settings.RequiredConnection("App")) { MinPoolSize = 0, MaxPoolSize = 1 };
        return DataSources.Create(one.ConnectionString);
    }
}
