using Npgsql;

namespace AgencyRoi.Platform.Database.Notices;

/// <summary>
/// Sends notices after the transactions that they are about, many in one. NOTIFY holds a lock of the whole cluster until its transaction is on disk:
/// in the ledger's own transactions it would let one commit at a time, at a tenth of the postings a second. What a process could not send
/// before its end, listeners make up for by looking themselves.
/// </summary>
internal sealed partial class NoticeSender(AgencyDatabase database, ILogger<NoticeSender> log) : BackgroundService
{
    // Nothing is lost by not waiting for the disk: what a notice is about has been there before.
    private const string Send = """
        select pg_notify(n.channel, n.payload) from unnest($1::text[], $2::text[]) as n (channel, payload)
        """;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var pause = await TrySendAsync(await database.Notices.TakeAsync(stoppingToken), stoppingToken) ? Gathering : Recovery;
                await Task.Delay(pause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task<bool> TrySendAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(notices, cancellationToken);
            return true;
        }
        catch (NpgsqlException error)
        {
            LogLoss(log, notices.Count, error.SqlState ?? "no connection");
            return false;
        }
    }

    private async Task SendAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new("set local synchronous_commit = off"));
        batch.BatchCommands.Add(
            new(Send)
            {
                Parameters =
                {
                    new() { Value = notices.Select(notice => notice.Channel).ToArray() },
                    new() { Value = notices.Select(notice => notice.Payload).ToArray() },
                },
            }
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} notices to other processes were not sent: {Code}")]
    private static partial void LogLoss(ILogger log, int count, string code);
}
