using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AgencyRoi.LocalPostgres;

/// <summary>
/// A PostgreSQL server of our own, for <c>demo</c> and for tests: made on first use, listening on the loopback address alone,
/// every login by password. Disposing it stops the server and keeps the data.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const int MostAttempts = 30;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);
    private const int MostPreparedStatements = 100;
    private readonly ServerAccount account;
    private readonly PostgresBinaries binaries;
    private readonly ClusterFolder folder;
    private readonly string password;
    private readonly int port;
    private readonly PrivatePostgresOptions options;

    private PrivatePostgres(
        ServerAccount account,
        PostgresBinaries binaries,
        ClusterFolder folder,
        string password,
        int port,
        PrivatePostgresOptions options
    )
    {
        this.account = account;
        this.binaries = binaries;
        this.folder = folder;
        this.password = password;
        this.port = port;
        this.options = options;
    }

    public string Folder => folder.Path;
    private bool IsJoined { get; init; }
    public int Port => port;

    /// <summary>Starts the server, or takes over the one that a killed run left behind, and answers to its superuser.</summary>
    /// <exception cref="PostgresUnavailableException">No server could be had; the message says what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken cancellationToken = default)
    {
        var account = ServerAccount.ForThisProcess();
        var binaries = await PostgresBinaries.FindAsync(account, cancellationToken);
        var folder = await ClusterFolder.OpenAsync(options.Folder, account, cancellationToken);
        try
        {
            var cluster = new Cluster(account, binaries, folder);
            if (folder.IsOfEarlierCheckout)
            {
                await StopLeftOverAsync(folder, account, cancellationToken);
                folder.Empty();
            }
            await cluster.CreateIfMissingAsync(cancellationToken);
            var password = (await File.ReadAllTextAsync(folder.Password, cancellationToken)).Trim();
            var leftOver = await LeftOverServer.FindAsync(folder, password, cancellationToken);
            var port = leftOver is { IsUsable: true } && (options.Port ?? leftOver.Port) == leftOver.Port ? leftOver.Port : 0;
            if (port == 0)
            {
                if (leftOver is not null)
                    await cluster.StopAsync(cancellationToken);
                port = await cluster.StartAsync(options, cancellationToken);
            }

            return new PrivatePostgres(account, binaries, folder, password, port, options);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The server that another process of this checkout runs, to be used beside it; null when none does. Disposing it leaves the server running.
    /// </summary>
    public static async Task<PrivatePostgres?> JoinAsync(PrivatePostgresOptions options, CancellationToken cancellationToken = default)
    {
        var account = ServerAccount.ForThisProcess();
        using var folder = await ClusterFolder.FindInUseAsync(options.Folder, account, cancellationToken);
        if (folder is null || !File.Exists(folder.Password))
            return null;
        var password = (await File.ReadAllTextAsync(folder.Password, cancellationToken)).Trim();
        if (await LeftOverServer.FindAsync(folder, password, cancellationToken) is not { IsUsable: true } running)
            throw new PostgresUnavailableException($"Another process is starting or stopping the database in {folder.Path}: try again.");
        var binaries = await PostgresBinaries.FindAsync(account, cancellationToken);
        return new PrivatePostgres(account, binaries, folder, password, running.Port, options) { IsJoined = true };
    }

    /// <summary>
    /// Removes a cluster with its data, its server stopped first if a killed run left one; files of somebody else in its folder stay.
    /// </summary>
    public static async Task RemoveAsync(PrivatePostgresOptions options, CancellationToken cancellationToken = default)
    {
        var account = ServerAccount.ForThisProcess();
        using (var folder = await ClusterFolder.OpenAsync(options.Folder, account, cancellationToken))
        {
            await StopLeftOverAsync(folder, account, cancellationToken);
            folder.Remove();
        }
    }

    // Without a pool: these are few, and one kept from before a restart would fail its next user.
    public string SuperuserConnection(string database) => Connection(Superuser, password, database) + ";Pooling=false";

    /// <summary>Whether anything listens where the server did. A server that is killed closes its port at once; a busy one does not.</summary>
    public async Task<bool> IsListeningAsync(CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Starts the server again on its port after it was killed. What it still ran may take a moment to end.</summary>
    /// <exception cref="PostgresUnavailableException">It does not start.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var cluster = new Cluster(account, binaries, folder);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await cluster.StartAsync(options with { Port = port }, cancellationToken);
                return;
            }
            catch (PostgresUnavailableException) when (attempt < MostAttempts && Directory.Exists(folder.Data))
            {
                await Task.Delay(BetweenAttempts, cancellationToken);
            }
        }
    }

    /// <summary>For one of the product's login roles. Nothing stands between, so that statements may be prepared.</summary>
    public string ConnectionFor(string role, string database) =>
        $"{Connection(role, PasswordOf(role), database)};Max Auto Prepare={MostPreparedStatements}";

    public async ValueTask DisposeAsync()
    {
        if (IsJoined)
            return;
        // A server that was killed has nothing to stop, and its folder may be gone.
        if (
            await IsListeningAsync(CancellationToken.None)
            || await LeftOverServer.FindAsync(folder, password, CancellationToken.None) is not null
        )
            await new Cluster(account, binaries, folder).StopAsync(CancellationToken.None);
        folder.Dispose();
    }

    private static async Task StopLeftOverAsync(ClusterFolder folder, ServerAccount account, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.Password))
            return;
        var password = (await File.ReadAllTextAsync(folder.Password, cancellationToken)).Trim();
        if (await LeftOverServer.FindAsync(folder, password, cancellationToken) is null)
            return;
        var binaries = await PostgresBinaries.FindAsync(account, cancellationToken);
        await new Cluster(account, binaries, folder).StopAsync(cancellationToken);
    }

    // Made from the superuser's, so that one file keeps all secrets of the cluster.
    /// <summary>The password of a role, made from the server's own.</summary>
    public string PasswordOf(string role) => GeneratedPassword.For(role, password);

    private string Connection(string user, string itsPassword, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = database,
            Username = user,
            Password = itsPassword,
        }.ConnectionString;
}
