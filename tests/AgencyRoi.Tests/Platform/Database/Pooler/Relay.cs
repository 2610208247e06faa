using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database.Pooler;

/// <summary>
/// Stands before a server and passes everything on, until it is told to lead elsewhere, or to put other words in the place of some: what a pooler that mixes
/// up statements does to a session, one thing at a time.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopped = new();
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];
    private readonly Task accepting;
    private volatile int port;
    private volatile (byte[] From, byte[] To)[] swaps = [];

    public Relay(int port)
    {
        this.port = port;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Ends all connections, and leads new ones there.</summary>
    public void LeadTo(int other)
    {
        port = other;
        foreach (var client in open.Keys)
            client.Dispose();
    }

    /// <summary>From now on callers' statements say something else; of the same length, which the protocol tells beforehand.</summary>
    public void Swap(params (string From, string To)[] words) =>
        swaps = [
            .. words.Select(swap => (Encoding.ASCII.GetBytes(swap.From), Encoding.ASCII.GetBytes(swap.To.PadRight(swap.From.Length)))),
        ];

    /// <summary>A connection string of the server, through here.</summary>
    public NpgsqlConnectionStringBuilder Through(string connectionString) =>
        new(connectionString) { Port = ((IPEndPoint)listener.LocalEndpoint).Port };

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        foreach (var client in open.Keys)
            client.Dispose();
        await accepting;
        stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relayed = new List<Task>();
        try
        {
            while (true)
                relayed.Add(PassOnAsync(await listener.AcceptTcpClientAsync(stopped.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relayed);
        }
    }

    private async Task PassOnAsync(TcpClient caller)
    {
        using var server = new TcpClient();
        open[caller] = open[server] = true;
        try
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, port, stopped.Token);
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Nobody is there: the caller hears the same.
                return;
            }
            var there = CopyAsync(caller, server, isCaller: true);
            var back = CopyAsync(server, caller, isCaller: false);
            await Task.WhenAny(there, back);
            caller.Close();
            server.Close();
            await Task.WhenAll(there, back);
        }
        finally
        {
            open.TryRemove(caller, out _);
            open.TryRemove(server, out _);
            caller.Dispose();
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool isCaller)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            var (source, target) = (from.GetStream(), to.GetStream());
            while (await source.ReadAsync(buffer, stopped.Token) is > 0 and var read)
            {
                if (isCaller)
                    Replace(buffer.AsSpan(0, read));
                await target.WriteAsync(buffer.AsMemory(0, read), stopped.Token);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One end is gone, and the other follows.
        }
    }

    // What opens a session is sent in one piece.
    private void Replace(Span<byte> sent)
    {
        foreach (var (from, to) in swaps)
            for (var at = sent.IndexOf(from); at >= 0; at = sent.IndexOf(from))
                to.CopyTo(sent[at..]);
    }
}
