using System.Diagnostics;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Cli;

/// <summary>A copy of the program in a folder that looks like a checkout, so that its private database is its own.</summary>
internal sealed class TemporaryCheckout : IAsyncDisposable
{
    private readonly ServerAccount account;

    private TemporaryCheckout(string root, ServerAccount account) => (Root, this.account) = (root, account);

    public string Root { get; }

    /// <summary>Environment variables of the program.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <param name="account">Who owns it and runs the program.</param>
    public static async Task<TemporaryCheckout> CreateAsync(ServerAccount account, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("agency-roi-checkout-").FullName;
        await File.WriteAllTextAsync(Path.Combine(root, "AgencyRoi.sln"), "", cancellationToken);
        var program = Directory.CreateDirectory(Path.Combine(root, "program")).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(IsOfTheProgram))
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        await account.GiveAsync(root, cancellationToken);
        return new TemporaryCheckout(root, account);
    }

    /// <summary>Runs a verb as a person would.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(CancellationToken cancellationToken, params string[] words)
    {
        string[] stepDown = account.Name is null
            ? []
            : ["setpriv", $"--reuid={account.User}", $"--regid={account.Group}", "--clear-groups", "--"];
        string[] all = [.. stepDown, "dotnet", Path.Combine(Root, "program", "AgencyRoi.dll"), .. words];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        start.Environment["HOME"] = Root;
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        await PrivatePostgres.RemoveAsync(new PrivatePostgresOptions(Path.Combine(Root, ".agency-roi", "pg")), CancellationToken.None);
        Directory.Delete(Root, recursive: true);
    }

    // Not the tests' own assemblies, which the program does not need.
    private static bool IsOfTheProgram(string file) =>
        !Path.GetFileName(file).StartsWith("xunit", StringComparison.Ordinal)
        && !Path.GetFileName(file).StartsWith("Microsoft.Test", StringComparison.Ordinal);
}
