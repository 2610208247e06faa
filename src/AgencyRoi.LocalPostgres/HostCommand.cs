using System.ComponentModel;
using System.Diagnostics;

namespace AgencyRoi.LocalPostgres;

/// <summary>The end of a program's run: its exit code and everything it said.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

internal static class HostCommand
{
    /// <summary>Runs a program to its end. Its surroundings are made plain: no PG* settings of the user, messages in English.</summary>
    public static async Task<CommandResult> RunAsync(string[] words, string workingFolder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new CommandResult(process.ExitCode, $"{await output}{await errors}".Trim());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new PostgresUnavailableException($"{start.FileName} did not start.");
        }
        catch (Win32Exception error)
        {
            throw new PostgresUnavailableException($"{start.FileName} could not be run: {error.Message}", error);
        }
    }
}
