using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AgencyRoi.LocalPostgres;
using Npgsql;

namespace AgencyRoi.Tests.Entry.Cli;

/// <summary>
/// The README's way from an empty PostgreSQL to the first answer, command by command as it is printed. What a reader may have to change is changed here too: the
/// two ports. <c>dotnet run --project src/AgencyRoi</c> stands for the program that these tests were built with.
/// </summary>
public sealed partial class OwnServerWalkTests : IAsyncLifetime
{
    private readonly PrivatePostgresOptions options = new(Path.Combine(Path.GetTempPath(), $"agency-roi-walk-{Guid.NewGuid():N}"[..33]))
    {
        Durable = false,
    };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agency-roi-walk-");
    private PrivatePostgres server = null!; // xunit initialises a class before its tests

    private string SettingsFile => Path.Combine(folder.FullName, "agency-roi.env");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await PrivatePostgres.StartAsync(options, Stop);

    [Fact]
    public async Task From_an_empty_server_to_the_first_answer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a Unix shell.");
        foreach (var program in new[] { "bash", "psql", "curl", "openssl" })
            Assert.SkipWhen(SearchPath.Find(program) is null, $"{program} is not installed.");
        var section = Section().Match(Repository.Read("README.md")).Value;
        var commands = Commands().Matches(section).Select(match => match.Groups["text"].Value).ToList();
        var answer = Answer().Match(section).Groups["text"].Value.Trim();
        var port = FreePort();

        var run = await RunAsync(string.Concat(commands), port);

        Assert.Equal(2, commands.Count);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains(answer, run.Output, StringComparison.Ordinal);
        Assert.Contains("Made the agency northlight", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("aroi_", run.Output + run.Errors, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) // For the analyzer; the test was skipped there.
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SettingsFile));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await PrivatePostgres.RemoveAsync(options, CancellationToken.None);
        folder.Delete(recursive: true);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string commands, int port)
    {
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "src"), Repository.PathOf("src"));
        await WriteProgramAsync();
        var script = commands
            .Replace("Port=5432", $"Port={server.Port}", StringComparison.Ordinal)
            .Replace(":5080", $":{port}", StringComparison.Ordinal);
        // Whoever reads it presses Ctrl-C at the end.
        var start = new ProcessStartInfo("bash", ["-e", "-c", script + "\nkill $!\nwait $! || true\n"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        var superuser = new NpgsqlConnectionStringBuilder(server.SuperuserConnection("postgres"));
        foreach (
            var (name, value) in new (string, string?)[]
            {
                ("PATH", $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}"),
                ("PGHOST", superuser.Host),
                ("PGPORT", $"{server.Port}"),
                ("PGUSER", superuser.Username),
                ("PGPASSWORD", superuser.Password),
                ("Urls", $"http://127.0.0.1:{port}"),
                ("Hosting__DrainSeconds", "0"),
            }
        )
            start.Environment[name] = value;
        using var process = Process.Start(start)!; // Not null: no shell.
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = process.StandardError.ReadToEndAsync(Stop);
        try
        {
            await process.WaitForExitAsync(Stop);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await output, await errors);
    }

    private async Task WriteProgramAsync()
    {
        var program = Path.Combine(folder.FullName, "dotnet");
        await File.WriteAllTextAsync(
            program,
            $"""
            #!/bin/sh
            [ "$1 $2 $3 $4" = "run --project src/AgencyRoi --" ] || exit 64
            shift 4
            exec '{SearchPath.Find("dotnet")}' '{Path.Combine(AppContext.BaseDirectory, "AgencyRoi.dll")}' "$@"

            """,
            Stop
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("^## On your own server\n.*?(?=^## )", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^```sh\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex("^```json\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Answer();
}
