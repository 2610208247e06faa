using System.Security.Cryptography;
using System.Text;

namespace AgencyRoi.LocalPostgres;

/// <summary>
/// Where a cluster lies: <c>data</c>, the server's log, the superuser's password and the lock of the process that runs it.
/// Only the server's account can look inside.
/// </summary>
internal sealed class ClusterFolder : IDisposable
{
    private const string LockName = "lock";
    private readonly FileStream? heldLock;

    private ClusterFolder(string path, FileStream? heldLock)
    {
        Path = path;
        this.heldLock = heldLock;
    }

    /// <summary>A checkout that stood at the same path and was deleted left it; its data must not come back.</summary>
    public bool IsOfEarlierCheckout { get; private init; }

    public string Path { get; }
    public string Data => System.IO.Path.Combine(Path, "data");
    public string Log => System.IO.Path.Combine(Path, "server.log");
    public string Password => System.IO.Path.Combine(Path, "superuser.password");
    public string Port => System.IO.Path.Combine(Path, "port");

    /// <summary>
    /// Takes the folder for this process, or the one in the temporary folder that stands for it when the server's account
    /// cannot reach it.
    /// </summary>
    public static async Task<ClusterFolder> OpenAsync(string wanted, ServerAccount account, CancellationToken cancellationToken)
    {
        wanted = System.IO.Path.GetFullPath(wanted);
        var notes = wanted + ".place";
        if (await IsReachableAsync(wanted, account, cancellationToken))
        {
            if (File.Exists(notes))
                File.Delete(notes);
            return await TakeAsync(wanted, account, isEarlier: false, cancellationToken);
        }

        var standIn = StandInFor(wanted);
        // The name can be guessed, so a folder that is already there is only trusted when the server's account owns it.
        if (Directory.Exists(standIn) && !await account.CanAsync("-O", standIn, cancellationToken))
            throw new PostgresUnavailableException($"{standIn} is needed for the database and belongs to someone else: remove it.");
        var isEarlier = Directory.Exists(standIn) && !File.Exists(notes);
        var folder = await TakeAsync(standIn, account, isEarlier, cancellationToken);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(notes)!);
        await File.WriteAllTextAsync(notes, standIn + "\n", cancellationToken);
        return folder;
    }

    /// <summary>The folder while another process holds it, seen without taking it; null when none does.</summary>
    public static async Task<ClusterFolder?> FindInUseAsync(string wanted, ServerAccount account, CancellationToken cancellationToken)
    {
        wanted = System.IO.Path.GetFullPath(wanted);
        var path = await IsReachableAsync(wanted, account, cancellationToken) ? wanted : StandInFor(wanted);
        if (!File.Exists(System.IO.Path.Combine(path, LockName)))
            return null;
        try
        {
            OpenLock(path).Dispose();
            return null;
        }
        catch (IOException)
        {
            return new ClusterFolder(path, heldLock: null);
        }
    }

    /// <summary>Removes the cluster, and the folder with its lock unless it holds anything else; the server must not run.</summary>
    public void Remove()
    {
        Empty();
        Dispose();
        File.Delete(System.IO.Path.Combine(Path, LockName));
        if (!Directory.EnumerateFileSystemEntries(Path).Any())
            Directory.Delete(Path);
    }

    /// <summary>Removes the cluster and keeps the folder with its lock; the server must not run.</summary>
    public void Empty()
    {
        foreach (var file in new[] { Password, Port, Log })
            File.Delete(file);
        foreach (var cluster in new[] { Data, Data + ".new" })
            if (Directory.Exists(cluster))
                Directory.Delete(cluster, recursive: true);
    }

    public void Dispose() => heldLock?.Dispose();

    private static async Task<ClusterFolder> TakeAsync(
        string path,
        ServerAccount account,
        bool isEarlier,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(path))
            throw new PostgresUnavailableException($"{path} is a file, and a folder is needed there for the database: move it away.");
        // Whatever else lies in the folder is not touched.
        CreatePrivate(path);
        var heldLock = Lock(path);
        try
        {
            await account.GiveAsync([path], isRecursive: false, cancellationToken);
            await account.GiveAsync(
                KnownNames.Select(name => System.IO.Path.Combine(path, name)).Where(System.IO.Path.Exists),
                isRecursive: true,
                cancellationToken
            );
            return new ClusterFolder(path, heldLock) { IsOfEarlierCheckout = isEarlier };
        }
        catch
        {
            await heldLock.DisposeAsync();
            throw;
        }
    }

    private static readonly string[] KnownNames = ["data", "data.new", "server.log", "superuser.password", "port", LockName];

    private static FileStream Lock(string path)
    {
        try
        {
            return OpenLock(path);
        }
        catch (IOException error)
        {
            throw new PostgresUnavailableException($"Another process is using the database in {path}: stop it first.", error);
        }
    }

    // The system lets go of the lock when the process ends in whatever way, so a killed run leaves none behind.
    private static FileStream OpenLock(string path) =>
        new(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static async Task<bool> IsReachableAsync(string wanted, ServerAccount account, CancellationToken cancellationToken)
    {
        if (account == ServerAccount.Own)
            return true;
        var parent = System.IO.Path.GetDirectoryName(wanted)!;
        Directory.CreateDirectory(parent);
        return await account.CanAsync("-x", parent, cancellationToken);
    }

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string StandInFor(string wanted) => System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"agency-roi-{NameOf(wanted)}");

    private static string NameOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}
