using System.Text.RegularExpressions;
using Npgsql;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>A statement as the server executed it, and the texts of its parameters.</summary>
internal sealed record LoggedStatement(string Text, IReadOnlyList<string?> Parameters)
{
    private static readonly string[] QueryWords = ["select", "with"];

    public bool IsQuery => QueryWords.Any(word => WithoutComments.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    public bool IsBegin => Text.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its text without comments, on one line.</summary>
    public string OnOneLine => string.Join(' ', WithoutComments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string WithoutComments =>
        string.Join('\n', Text.Split('\n').SkipWhile(line => line.StartsWith("--", StringComparison.Ordinal)));
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

    /// <summary>
    /// What the server executes for one request, with what the pool sends between two users of a connection. It is the second of two equal ones: the first may
    /// also look its token up, which is remembered for some seconds.
    /// </summary>
    public async Task<IReadOnlyList<LoggedStatement>> RecordRequestAsync(Func<Task> ask)
    {
        var both = await RecordAsync(
            MeasuredDatabase.Name,
            async () =>
            {
                await ask();
                await ask();
            }
        );
        return [.. both.SkipWhile(statement => statement.Text != "COMMIT").Skip(1)];
    }

    /// <summary>The request's own transaction alone.</summary>
    public static IReadOnlyList<LoggedStatement> TransactionIn(IEnumerable<LoggedStatement> recorded) =>
        [.. recorded.SkipWhile(statement => !statement.IsBegin)];

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
