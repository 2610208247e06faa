namespace AgencyRoi.LocalPostgres;

/// <summary>
/// The account the server runs as. PostgreSQL refuses root, so a root process steps down for it: to <c>postgres</c>, or to
/// <c>nobody</c> where there is none.
/// </summary>
internal sealed record ServerAccount(string? Name, int User, int Group)
{
    /// <summary>The process's own account: nothing to step down from.</summary>
    public static readonly ServerAccount Own = new(null, 0, 0);

    private static readonly string[] Preferred = ["postgres", "nobody"];

    public static ServerAccount ForThisProcess()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return Own;

        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        foreach (var name in Preferred)
            if (accounts.Find(fields => fields[0] == name) is [_, _, var user, var group, ..] && user != "0")
                return new ServerAccount(name, int.Parse(user), int.Parse(group));
        throw new PostgresUnavailableException(
            "PostgreSQL does not run as root, and there is no account postgres or nobody to run it. Run as an ordinary user."
        );
    }

    public async Task<CommandResult> RunAsync(string[] words, string workingFolder, CancellationToken cancellationToken) =>
        await HostCommand.RunAsync([.. SteppingDown(), .. words], workingFolder, cancellationToken);

    /// <summary>Makes the account the owner of a folder and everything in it.</summary>
    public Task GiveAsync(string folder, CancellationToken cancellationToken) => GiveAsync([folder], isRecursive: true, cancellationToken);

    public async Task GiveAsync(IEnumerable<string> paths, bool isRecursive, CancellationToken cancellationToken)
    {
        string[] all = [.. paths];
        if (Name is null || all.Length == 0)
            return;
        string[] depth = isRecursive ? ["-R"] : [];
        var given = await HostCommand.RunAsync(["chown", .. depth, $"{User}:{Group}", .. all], "/", cancellationToken);
        if (!given.Succeeded)
            throw new PostgresUnavailableException($"{all[0]} could not be given to {Name}: {given.Output}");
    }

    /// <summary>Whether a <c>test</c> of the file system, such as <c>-w</c>, holds for this account.</summary>
    public async Task<bool> CanAsync(string test, string path, CancellationToken cancellationToken) =>
        Name is null || (await RunAsync(["test", test, path], "/", cancellationToken)).Succeeded;

    private string[] SteppingDown()
    {
        if (Name is null)
            return [];
        return OnPath("setpriv") ? ["setpriv", $"--reuid={User}", $"--regid={Group}", "--clear-groups", "--"]
            : OnPath("runuser") ? ["runuser", "-u", Name, "--"]
            : throw new PostgresUnavailableException(
                "PostgreSQL does not run as root, and neither setpriv nor runuser is there to step down. Run as an ordinary user."
            );
    }

    private static bool OnPath(string program) => SearchPath.Find(program) is not null;
}
