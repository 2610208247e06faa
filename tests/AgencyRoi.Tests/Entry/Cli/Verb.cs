using System.Diagnostics;

namespace AgencyRoi.Tests.Entry.Cli;

/// <summary>The program as a process, as a person or a container runs it.</summary>
internal static class Verb
{
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string verb, params (string, string)[] settings) =>
        RunAsync(verb.Split(' '), settings);

    /// <param name="words">The verb, its arguments and options, each by itself.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IEnumerable<string> words,
        params (string, string)[] settings
    )
    {
        using var process = Start(words, settings);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public static Process Start(string verb, params (string, string)[] settings) => Start(verb.Split(' '), settings);

    private static Process Start(IEnumerable<string> words, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AgencyRoi.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!; // Not null: no shell.
    }
}
