using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Database.Outages;
using Npgsql;

namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// Whether the database is there and fits. It is asked over a connection of its own, since in the pool a probe would wait behind an agency that
/// is busy; and once at a time, so that whoever probes without end gets no more than this one.
/// </summary>
internal sealed partial class Readiness(IConfiguration settings, ILogger<Readiness> log) : IAsyncDisposable
{
    private const string Migrate = "migrate";
    private const string CreateAgency = "agency create";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock sync = new();
    private readonly Lazy<NpgsqlDataSource> own = new(() => Own(settings));
    private ReadinessState told;
    private Task<ReadinessState> looking = Task.FromResult<ReadinessState>(default);
    private volatile bool hasAgency;

    public Task<ReadinessState> LookAsync(CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (looking.IsCompleted)
                looking = LookInTimeAsync();
            return looking.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Logs what was found when it is not what was told last: probes come every few seconds, and an outage is logged once.</summary>
    public void Tell(ReadinessState state)
    {
        lock (sync)
        {
            if (told == state)
                return;
            told = state;
        }
        if (state.Reason is { } reason)
            NotReady(log, state.Next is { } next ? $"{reason}. Next: the verb {next}" : reason);
        else if (state.Next is { } next)
            ReadyForNobody(log, next);
        else
            Ready(log);
    }

    public async ValueTask DisposeAsync()
    {
        if (own.IsValueCreated)
            await own.Value.DisposeAsync();
    }

    private async Task<ReadinessState> LookInTimeAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            try
            {
                return await LookOnceAsync(timeout.Token);
            }
            catch (Exception lost) when (Outage.IsMeantBy(lost) && !Outage.IsRefusal(lost))
            {
                // The connection of the last probe may have ended with an outage that is over.
                own.Value.Clear();
                return await LookOnceAsync(timeout.Token);
            }
        }
        catch (PoolerException)
        {
            return new("pooler");
        }
        // 42P01: a database that was never migrated.
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return new("migrations", Migrate);
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return new("database");
        }
        catch (MigrationException)
        {
            return new("migrations");
        }
    }

    private async Task<ReadinessState> LookOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await own.Value.OpenConnectionAsync(cancellationToken);
        try
        {
            await SessionStart.ProbeAsync(connection, DataSources.StatementsOf(own.Value), cancellationToken);
        }
        catch (SessionMismatchException)
        {
            own.Value.Clear();
            return new("session");
        }
        if ((await RoleCheck.FindingsAsync(connection, cancellationToken)).Count > 0)
            return new("role");
        var applied = await MigrationHistory.ReadAsync(connection, cancellationToken);
        if (MigrationHistory.Waiting(Migration.All, applied).Count > 0)
            return new("migrations", Migrate);
        // Where one was seen there will always be some.
        hasAgency = hasAgency || await HasAgencyAsync(connection, cancellationToken);
        return new(null, hasAgency ? null : CreateAgency);
    }

    private static async Task<bool> HasAgencyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select app.has_agency()", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static NpgsqlDataSource Own(IConfiguration settings)
    {
        var one = new NpgsqlConnectionStringBuilder(settings.RequiredConnection("App")) { MinPoolSize = 0, MaxPoolSize = 1 };
        return DataSources.Create(one.ConnectionString);
    }

    [LoggerMessage(LogLevel.Information, "Ready.")]
    private static partial void Ready(ILogger log);

    [LoggerMessage(LogLevel.Warning, "Ready, but there is no agency yet. Next: the verb {Next}.")]
    private static partial void ReadyForNobody(ILogger log, string next);

    [LoggerMessage(LogLevel.Warning, "Not ready: {Reason}.")]
    private static partial void NotReady(ILogger log, string reason);
}

/// <summary>How ready the process is.</summary>
/// <param name="Reason">Why it cannot work; null when it can.</param>
/// <param name="Next">The verb that the operator runs next; null when none is known to help.</param>
internal readonly record struct ReadinessState(string? Reason, string? Next = null);
