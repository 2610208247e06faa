using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AgencyRoi.LocalPostgres;

/// <summary>A cluster, which initdb makes and whose server pg_ctl starts and stops.</summary>
internal sealed class Cluster(ServerAccount account, PostgresBinaries binaries, ClusterFolder folder)
{
    private const int Attempts = 5;

    public async Task CreateIfMissingAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.Data))
        {
            var version = Path.Combine(folder.Data, "PG_VERSION");
            if (!File.Exists(version) || !File.Exists(folder.Password))
                throw new PostgresUnavailableException($"{folder.Data} is needed for the database and holds something else: move it away.");
            var made = (await File.ReadAllTextAsync(version, cancellationToken)).Trim();
            if (made != binaries.Major.ToString(CultureInfo.InvariantCulture))
                throw new PostgresUnavailableException(
                    $"{folder.Data} was made by PostgreSQL {made}, and {binaries.Folder} holds {binaries.Major}: delete {folder.Path}, or run demo --reset."
                );
            return;
        }

        // Made aside and moved into place, so that a run killed half-way leaves nothing that looks whole.
        var unfinished = folder.Data + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        await WritePasswordAsync(cancellationToken);
        await RunAsync(
            binaries.Initdb,
            [
                "--pgdata",
                unfinished,
                "--username=postgres",
                $"--pwfile={folder.Password}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=libc",
                .. Locale(),
                "--no-sync",
                "--no-instructions",
            ],
            cancellationToken
        );
        Directory.Move(unfinished, folder.Data);
    }

    /// <summary>The port it listens on.</summary>
    public async Task<int> StartAsync(PrivatePostgresOptions options, CancellationToken cancellationToken)
    {
        var port = options.Port ?? await RememberedPortAsync(cancellationToken) ?? FreePort();
        for (var attempt = 1; ; attempt++)
        {
            var started = await TryStartAsync(port, options, cancellationToken);
            if (started.Succeeded)
            {
                await File.WriteAllTextAsync(folder.Port, port.ToString(CultureInfo.InvariantCulture), cancellationToken);
                return port;
            }

            var log = File.Exists(folder.Log) ? await File.ReadAllTextAsync(folder.Log, cancellationToken) : started.Output;
            var isPortTaken = log.Contains("could not bind", StringComparison.Ordinal);
            if (isPortTaken && options.Port is not null)
                throw new PostgresUnavailableException($"Port {port} for the database is taken: free it, or choose another port.");
            if (!isPortTaken || attempt == Attempts)
                throw new PostgresUnavailableException($"The database in {folder.Path} did not start:\n{log.Trim()}");
            port = FreePort();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var stopped = await ControlAsync(["stop", "--mode=fast", "--timeout=20"], cancellationToken);
        if (!stopped.Succeeded && File.Exists(Path.Combine(folder.Data, "postmaster.pid")))
            stopped = await ControlAsync(["stop", "--mode=immediate", "--timeout=20"], cancellationToken);
        if (!stopped.Succeeded && File.Exists(Path.Combine(folder.Data, "postmaster.pid")))
            throw new PostgresUnavailableException($"The database in {folder.Path} did not stop: {stopped.Output}");
    }

    private async Task<CommandResult> TryStartAsync(int port, PrivatePostgresOptions options, CancellationToken cancellationToken)
    {
        File.Delete(folder.Log);
        string[] settings =
        [
            $"port={port}",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            $"max_connections={options.MaxConnections}",
            "timezone=UTC",
            "log_timezone=UTC",
            // Whose database a line is about; without blanks, which would part the words of the command.
            "log_line_prefix=%m,%p,%d,",
            .. options.Durable ? Array.Empty<string>() : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
        ];
        var words = string.Join(' ', settings.Select(setting => $"-c {setting}"));
        return await ControlAsync(["start", "--wait", "--timeout=60", $"--log={folder.Log}", $"--options={words}"], cancellationToken);
    }

    private Task<CommandResult> ControlAsync(string[] words, CancellationToken cancellationToken) =>
        account.RunAsync([binaries.Control, "--pgdata", folder.Data, .. words], folder.Path, cancellationToken);

    private async Task RunAsync(string program, string[] words, CancellationToken cancellationToken)
    {
        var result = await account.RunAsync([program, .. words], folder.Path, cancellationToken);
        if (!result.Succeeded)
            throw new PostgresUnavailableException($"{program} failed: {result.Output}");
    }

    private async Task WritePasswordAsync(CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(folder.Password, options))
            await writer.WriteLineAsync(GeneratedPassword.New().AsMemory(), cancellationToken);
        await account.GiveAsync(folder.Password, cancellationToken);
    }

    // Text sorts by code point on every machine; macOS has no C.UTF-8 and names its character set otherwise.
    private static string[] Locale() => OperatingSystem.IsMacOS() ? ["--locale=C", "--lc-ctype=UTF-8"] : ["--locale=C.UTF-8"];

    private async Task<int?> RememberedPortAsync(CancellationToken cancellationToken) =>
        File.Exists(folder.Port) && int.TryParse(await File.ReadAllTextAsync(folder.Port, cancellationToken), out var port) ? port : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
