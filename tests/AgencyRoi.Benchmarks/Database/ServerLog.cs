using System.Text.RegularExpressions;
using Npgsql;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>A statement as the server executed it, and the texts of its parameters.</summary>
internal sealed record LoggedStatement(string Text, IReadOnlyList<string?> Parameters)
{
    public bool IsQuery => Text.StartsWith("select", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the server itself says it was asked to do: nothing that the product sends can be missed there.</summary>
internal sealed partial class ServerLog(string file, string superuserConnection)
{
    /// <summary>Every statement that the server executes in the database during the action.</summary>
    public async Task<IReadOnlyList<LoggedStatement>> RecordAsync(string database, Func<Task> action)
    {
        await SetAsync("log_statement = 'all'");
        var start = new FileInfo(file).Length;
        await action();
        await SetAsync("log_statement = 'none'");
        return [.. StatementsIn(File.ReadAllText(file)[(int)start..], database)];
    }

    private async Task SetAsync(params string[] settings)
    {
        await using var connection = new NpgsqlConnection(superuserConnection);
        await connection.OpenAsync();
        foreach (var setting in settings)
        {
            await using var set = new NpgsqlCommand($"alter system set {setting}", connection);
            await set.ExecuteNonQueryAsync();
        }
        await using var reload = new NpgsqlCommand("select pg_reload_conf(), pg_sleep(0.5)", connection);
        await reload.ExecuteNonQueryAsync();
    }

    private static IEnumerable<LoggedStatement> StatementsIn(string log, string database)
    {
        LoggedStatement? last = null;
        foreach (var entry in Start().Split(log).Select(text => text.TrimEnd()))
        {
            if (Statement().Match(entry) is { Success: true } statement && statement.Groups["database"].Value == database)
            {
                if (last is not null)
                    yield return last;
                last = new LoggedStatement(statement.Groups["text"].Value.Replace("\n\t", "\n", StringComparison.Ordinal), []);
            }
            else if (last is not null && Detail().Match(entry) is { Success: true } detail)
                last = last with { Parameters = [.. Parameter().Matches(detail.Groups["values"].Value).Select(ValueOf)] };
        }
        if (last is not null)
            yield return last;
    }

    private static string? ValueOf(Match parameter) =>
        parameter.Groups["value"] is { Success: true } value ? value.Value.Replace("''", "'", StringComparison.Ordinal) : null;

    // The private server's own prefix: time, process, database.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d [^,\n]+,\d+,", RegexOptions.Multiline)]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?<database>[^,]*),LOG:  (statement|execute [^:]+): (?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^[^,]*,DETAIL:  parameters: (?<values>.*)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Detail();

    [GeneratedRegex(@"\$\d+ = ('(?<value>([^']|'')*)'|NULL)")]
    private static partial Regex Parameter();
}
