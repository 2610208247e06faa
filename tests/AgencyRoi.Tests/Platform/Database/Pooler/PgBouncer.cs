using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AgencyRoi.LocalPostgres;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database.Pooler;

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
    public static string? Find() =>
        Environment.GetEnvironmentVariable("PGBOUNCER") ?? SearchPath.Find("pgbouncer") ?? Array.Find(["/usr/sbin/pgbouncer"], File.Exists);

    /// <summary>Such as 1.18.0.</summary>
    public required Version Version { get; init; }

    public bool IsAtLeast(int major, int minor) => Version >= new Version(major, minor);

    /// <param name="behind">A connection string of the one role that it lets in, straight to the server.</param>
    /// <param name="more">Settings that differ from what is common; one that this version does not know is left out.</param>
    public static async Task<PgBouncer> StartAsync(
        string program,
        NpgsqlConnectionStringBuilder behind,
        int serverConnections,
        params string[] more
    )
    {
        var version = await VersionAsync(program);
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
            {string.Join(
                '\n',
                more.Where(line => version >= new Version(1, 21) || !line.StartsWith("max_prepared", StringComparison.Ordinal))
            )}
            """,
            Token
        );
        await account.GiveAsync(folder.FullName, Token);
        // It refuses root, and steps down by itself to the user of its settings.
        var process = Process.Start(new ProcessStartInfo(program, [settings]) { RedirectStandardError = true })!; // Not null: no shell.
        var bouncer = new PgBouncer(process, folder, port) { Version = version };
        process.ErrorDataReceived += (_, said) => bouncer.Hear(said.Data);
        process.BeginErrorReadLine();
        await bouncer.up.Task.WaitAsync(Token);
        return bouncer;
    }

    public int Port => port;

    /// <summary>A connection string of the server, through here, without what is only right when nothing stands between.</summary>
    public NpgsqlConnectionStringBuilder Through(string connectionString)
    {
        var through = new NpgsqlConnectionStringBuilder(connectionString) { Port = port };
        through.Remove("Max Auto Prepare");
        return through;
    }

    /// <summary>Takes settings into use while it runs.</summary>
    public async Task ReloadAsync(string setting)
    {
        var seen = log.Count;
        await File.AppendAllTextAsync(Path.Combine(folder.FullName, "pgbouncer.ini"), $"\n{setting}\n", Token);
        using (var kill = Process.Start("kill", ["-HUP", $"{process.Id}"]))
            await kill.WaitForExitAsync(Token);
        while (
            !log.Skip(seen)
                .Any(line => line.Contains("RELOAD", StringComparison.Ordinal) || line.Contains("SIGHUP", StringComparison.Ordinal))
        )
            await Task.Delay(TimeSpan.FromMilliseconds(10), Token);
    }

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

    private static async Task<Version> VersionAsync(string program)
    {
        using var asking = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true })!; // Not null: no shell.
        var text = await asking.StandardOutput.ReadToEndAsync(Token);
        await asking.WaitForExitAsync(Token);
        return Version.Parse(text.Split('\n')[0].Split(' ')[1].Replace("dev", "", StringComparison.Ordinal));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
