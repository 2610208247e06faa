using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>
/// pgbench, PostgreSQL's own load generator, running recorded statements with their parameters, prepared, one transaction after another. What comes
/// before the first query travels together, as the product sends it.
/// </summary>
internal sealed partial class Pgbench(NpgsqlConnectionStringBuilder connection, int connections)
{
    private readonly List<string> scripts = [];
    private readonly List<string> definitions = [];

    public void Write(IReadOnlyList<LoggedStatement> statements)
    {
        var text = new StringBuilder();
        var firstQuery = statements.Select((statement, i) => (statement, i)).First(one => one.statement.IsQuery).i;
        for (var i = 0; i < statements.Count; i++)
        {
            var (number, parameters) = (i, statements[i].Parameters);
            if (i == 0)
                text.AppendLine("\\startpipeline");
            if (i == firstQuery)
                text.AppendLine("\\endpipeline");
            text.Append(Parameter().Replace(statements[i].Text, NameOf)).AppendLine(";");
            definitions.AddRange(
                parameters.SelectMany((value, n) => value is null ? Array.Empty<string>() : ["-D", $"p{number}_{n + 1}={value}"])
            );

            // No variable of pgbench is null.
            string NameOf(Match found) =>
                parameters[int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1] is null
                    ? "null"
                    : $":p{number}_{found.Groups[1].Value}";
        }
        Write([text.ToString()]);
    }

    /// <summary>Scripts of pgbench's own, of which each transaction runs any.</summary>
    public void Write(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var script = Path.Combine(Path.GetTempPath(), $"agency-roi-benchmarks-{Environment.ProcessId}-{scripts.Count}.pgbench");
            File.WriteAllText(script, text);
            scripts.Add(script);
        }
    }

    /// <summary>Transactions a second.</summary>
    public async Task<double> RunAsync(TimeSpan duration)
    {
        var start = new ProcessStartInfo("pgbench") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-n",
            "-M",
            "prepared",
            "-c",
            $"{connections}",
            "-j",
            "2",
            "-T",
            $"{duration.TotalSeconds:0}",
            .. scripts.SelectMany(script => new[] { "-f", script }),
            .. definitions,
            "-h",
            connection.Host!,
            "-p",
            $"{connection.Port}",
            "-U",
            connection.Username!,
            connection.Database!,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = connection.Password;

        using var pgbench = Process.Start(start) ?? throw new InvalidOperationException("pgbench did not start.");
        var errors = pgbench.StandardError.ReadToEndAsync();
        var output = await pgbench.StandardOutput.ReadToEndAsync();
        await pgbench.WaitForExitAsync();
        return pgbench.ExitCode == 0
            ? double.Parse(PerSecond().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench failed:\n{output}{await errors}");
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex PerSecond();
}
