using System.Diagnostics;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>
/// The files of the schema folder as git has them from before the change under test. On a branch that is the commit it left the main
/// branch at, so that all its commits count as one change. On the main branch itself it is the last commit while there is work that
/// is not committed, and the commit before the last in a clean checkout, as CI has it: compared with its own commit nothing
/// would ever have changed.
/// </summary>
internal static class EarlierSchema
{
    private static readonly string[] MainBranches = ["origin/HEAD", "origin/main", "main"];

    /// <summary>Null when git or an earlier commit is missing.</summary>
    public static string? Commit()
    {
        if (Git("rev-parse", "HEAD") is not { } head)
            return null;
        var fork = MainBranches.Select(branch => Git("merge-base", "HEAD", branch)).FirstOrDefault(commit => commit is not null);
        if (fork is not null && fork != head)
            return fork;
        return Git("diff", "--quiet", "HEAD", "--", "schema") is null ? head : Git("rev-parse", "--verify", "--quiet", "HEAD^");
    }

    /// <summary>The last commits that changed the schema, the newest first.</summary>
    public static IReadOnlyList<string> Commits() =>
        Git("log", "-n", "10", "--format=%H^", "--", "schema/schema.graphql", "schema/portal.graphql")?.Split('\n') ?? [];

    /// <summary>Null when it was not there.</summary>
    public static string? Read(string commit, string file) => Git("show", $"{commit}:schema/{file}");

    /// <summary>What git says, or null when it fails or is not there.</summary>
    private static string? Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", Checkout.Root, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!; // Not null: the process is not started through a shell.
            _ = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
