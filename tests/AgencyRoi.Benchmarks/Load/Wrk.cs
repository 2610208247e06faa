using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AgencyRoi.Benchmarks.Load;

/// <summary>What one run of the load generator saw.</summary>
internal readonly record struct WrkResult(long Requests, double PerSecond);

/// <summary>The load generator wrk: connections that are kept, one thread, one body.</summary>
internal sealed partial class Wrk(int connections)
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Load", "post.lua");

    public async Task<WrkResult> RunAsync(Uri address, string body, TimeSpan duration, string? authorization = null, string? header = null)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in new[]
            {
                "-t1",
                "--timeout",
                "20s",
                $"-c{connections}",
                $"-d{duration.TotalSeconds:0}s",
                "-s",
                Script,
                address.ToString(),
            }
        )
            start.ArgumentList.Add(argument);
        start.Environment["WRK_BODY"] = body;
        if (authorization is not null)
            start.Environment["WRK_AUTHORIZATION"] = authorization;
        if (header is not null)
            start.Environment["WRK_HEADER"] = header;

        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await wrk.StandardOutput.ReadToEndAsync() + await wrk.StandardError.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || Failures().IsMatch(output))
            throw new InvalidOperationException($"wrk saw failures:\n{output}");
        return new WrkResult(
            long.Parse(Requests().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            double.Parse(PerSecond().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        );
    }

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Failures();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
