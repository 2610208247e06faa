using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// Sees to it that the private server runs as long as the demo: somebody may kill it, or the system when memory is short. A server that does not
/// stay up ends the demo with a message, in place of an API that answers with errors for ever.
/// </summary>
internal sealed class ServerWatch(PrivatePostgres server, TextWriter output)
{
    private const int MostRestarts = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(10);

    /// <exception cref="PostgresUnavailableException">The server does not start again, or not for long.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var restarts = new Queue<long>();
        while (true)
        {
            await Task.Delay(Interval, cancellationToken);
            if (await server.IsListeningAsync(cancellationToken))
                continue;
            while (restarts.TryPeek(out var earlier) && Environment.TickCount64 - earlier > Calm.TotalMilliseconds)
                restarts.Dequeue();
            if (restarts.Count == MostRestarts)
                throw new PostgresUnavailableException(
                    $"The private PostgreSQL has stopped {MostRestarts + 1} times within {Calm.TotalMinutes:0} minutes; its log is in {server.Folder}."
                );
            restarts.Enqueue(Environment.TickCount64);
            output.WriteLine("The private PostgreSQL has stopped: starting it again.");
            await server.StartAgainAsync(cancellationToken);
            output.WriteLine("The private PostgreSQL runs again.");
        }
    }
}
