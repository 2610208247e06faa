using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Access.Tokens;

/// <summary>
/// Something about tokens that is gathered in memory and written once a minute, one short transaction an agency, so that a read never costs a
/// write. It is not worth a failing process: what could not be written is lost, and said so.
/// </summary>
internal abstract partial class MinutelyWriter(AgencyDatabase database, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Writes to the database what was gathered about tokens, and forgets it.</summary>
    public abstract Task WriteAsync(CancellationToken cancellationToken);

    /// <summary>A transaction of one agency.</summary>
    protected async Task WriteAsync(TenantInfo agency, Func<DatabaseSession, Task> write, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenOwnAsync(
            new TenantScope(agency, ClientScope.All, "token-use"),
            SessionMode.Write,
            cancellationToken
        );
        await write(session);
        await session.CommitAsync(cancellationToken);
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

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (NpgsqlException error)
        {
            LogLoss(logger, GetType().Name, error.SqlState ?? "no connection");
        }
    }

    [LoggerMessage(LogLevel.Warning, "{What} was not written: {Code}")]
    private static partial void LogLoss(ILogger logger, string what, string code);
}
