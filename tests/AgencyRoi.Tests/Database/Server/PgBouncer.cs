using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AgencyRoi.Database.Server;
using Npgsql;

namespace AgencyRoi.Tests.Database.Server;

/// <summary>A real PgBouncer in transaction mode before a server, with few connections to it, logging in by password at both ends.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly int port;
    private readonly ConcurrentQueue<string> log = new();
    private readonly TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PgBouncer(Process process, DirectoryInfo folder, int port) => (this.process, this.folder, this.port) = (process, folder, port);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What clients it has let in, and how many connections to the server it has made for them.</summary>
    public int Clients => log.Count(line => line.Contains("login attempt", StringComparison.Ordinal));

    public int ServerConnections => log.Count(line => line.Contains("new connection to server", StringComparison.Ordinal));

    /// <summary>Null when it is not installed.</summary>
    public static string? Find() => SearchPath.Find("pgbouncer") ?? (File.Exists("/usr/sbin/pgbouncer") ? "/usr/sbin/pgbouncer" : null);

    /// <param name="behind">A connection string of the one role that it lets in, straight to the server.</param>
    public static async Task<PgBouncer> StartAsync(string program, NpgsqlConnectionStringBuilder behind, int serverConnections)
    {
        var account = ServerAccount.ForThisProcess();
        var folder = Directory.CreateTempSubdirectory("agency-roi-pgbouncer");
        var port = FreePort();
        var users = Path.Combine(folder.FullName, "users.txt");
        var settings = Path.Combine(folder.FullName, "pgbouncer.ini");
        await File.WriteAllTextAsync(users, $"\"{behind.Username}\" \"{behind.Password}\"\n", Token);
        await File.WriteAllTextAsync(
            settings,
            $"""
            [databases]
            * = host={behind.Host} port={behind.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = {serverConnections}
            {(account.Name is { } name ? $"user = {name}" : "")}
            """,
            Token
        );
        await account.GiveAsync(folder.FullName, Token);
        // It refuses root, and steps down by itself to the user of its settings.
        var process = Process.Start(new ProcessStartInfo(program, [settings]) { RedirectStandardError = true })!; // Not null: no shell.
        var bouncer = new PgBouncer(process, folder, port);
        process.ErrorDataReceived += (_, said) => bouncer.Hear(said.Data);
        process.BeginErrorReadLine();
        await bouncer.up.Task.WaitAsync(Token);
        return bouncer;
    }

    /// <summary>A connection string of the server, through here.</summary>
    public NpgsqlConnectionStringBuilder Through(string connectionString) => new(connectionString) { Port = port };

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private void Hear(string? line)
    {
        log.Enqueue(line ?? "");
        if (line is null)
            up.TrySetException(new InvalidOperationException($"PgBouncer ended:\n{string.Join('\n', log)}"));
        else if (line.Contains("process up", StringComparison.Ordinal))
            up.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
