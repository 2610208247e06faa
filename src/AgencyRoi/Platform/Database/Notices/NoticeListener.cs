using Npgsql;

namespace AgencyRoi.Platform.Database.Notices;

/// <summary>
/// Listens on one connection of its own, named by <c>ConnectionStrings:Listener</c>. It must reach PostgreSQL itself: behind PgBouncer in transaction
/// mode notices go to whoever has the connection at the moment. A lost connection is made again, with longer and longer pauses.
/// </summary>
internal sealed partial class NoticeListener(IConfiguration settings, IEnumerable<NoticeChannel> channels, ILogger<NoticeListener> log)
    : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, NoticeChannel> channels = channels.ToDictionary(channel => channel.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var connectionString = ConnectionString();
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await ListenAsync(connection, stoppingToken);
                pause = FirstPause;
                while (true)
                    await connection.WaitAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or OperationCanceledException)
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                LogLoss(log, error.GetType().Name, pause);
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        connection.Notification += (_, notice) => channels[notice.Channel].Heard(notice.Payload);
        await connection.OpenAsync(cancellationToken);
        // Names of our own, never a value from outside.
        await using var command = new NpgsqlCommand(string.Join(';', channels.Keys.Select(name => $"listen {name}")), connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var channel in channels.Values)
            channel.Listening();
    }

    private string ConnectionString()
    {
        var given = settings.GetConnectionString("Listener") is { Length: > 0 } own ? own : settings.RequiredConnection("App");
        return new NpgsqlConnectionStringBuilder(given)
        {
            IncludeErrorDetail = false,
            Pooling = false,
            MaxAutoPrepare = 0,
            // A connection that hears nothing for hours looks the same as one whose other end is gone.
            KeepAlive = 5,
            Timeout = 5,
            CommandTimeout = 5,
            ApplicationName = "agency-roi listener",
        }.ConnectionString;
    }

    [LoggerMessage(LogLevel.Warning, "The connection that listens for notices was lost ({Error}) and is made again in {Pause}.")]
    private static partial void LogLoss(ILogger log, string error, TimeSpan pause);
}
