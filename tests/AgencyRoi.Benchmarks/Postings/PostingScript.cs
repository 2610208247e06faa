using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AgencyRoi.Benchmarks.Database;
using Npgsql;

namespace AgencyRoi.Benchmarks.Postings;

/// <summary>
/// A recorded posting as a script of pgbench, with its values in the statements. What is another in each posting is another there too: the ids, the slot of the
/// write count, and the version, which follows from the head that the script has locked. What the product sends together the script sends together.
/// </summary>
internal sealed partial class PostingScript(IReadOnlyDictionary<string, string> columnTypes)
{
    private const string LockHead = "select client_id, version from app.ledger_heads";

    /// <summary>Scripts for the tables of a database: they say the type of each column, which the product tells the server otherwise.</summary>
    public static async Task<PostingScript> ForAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(
            """
            select 'app.' || c.relname || '.' || a.attname, format_type(a.atttypid, null)
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        var types = new Dictionary<string, string>();
        while (await reader.ReadAsync())
            types.Add(reader.GetString(0), reader.GetString(1));
        return new(types);
    }

    /// <param name="posting">The recorded transaction.</param>
    /// <param name="before">The one before it, of the same client: ids that it does not have are new.</param>
    public string Of(IReadOnlyList<LoggedStatement> posting, IReadOnlyList<LoggedStatement> before)
    {
        var known = IdsOf(before).ToHashSet();
        string[] fresh = [.. IdsOf(posting).Where(id => !known.Contains(id)).Distinct()];
        var script = new StringBuilder("\\set slot random(1, 1000000000000)\n");
        for (var i = 0; i < fresh.Length; i++)
            script.Append(CultureInfo.InvariantCulture, $"\\set id{i} random(0, 999999999999)\n");
        var locked = false;
        for (var i = 0; i < posting.Count; i++)
        {
            if (BeginsBatch(posting, i, locked))
                script.Append("\\startpipeline\n");
            var locks = !locked && posting[i].OnOneLine.StartsWith(LockHead, StringComparison.Ordinal);
            locked |= locks;
            script.Append(Statement(posting[i], fresh)).Append(locks ? " \\gset head_\n" : ";\n");
            if (EndsBatch(posting, i, locked))
                script.Append("\\endpipeline\n");
        }
        return script.ToString();
    }

    // The opening; the search for known facts; the second look at the head, with all that is known of the facts; the rows of the ledger.
    private static bool BeginsBatch(IReadOnlyList<LoggedStatement> posting, int i, bool locked) =>
        posting[i].OnOneLine switch
        {
            "set local enable_sort = off" => posting[i - 1].OnOneLine.StartsWith(LockHead, StringComparison.Ordinal),
            var text => posting[i].IsBegin
                || (locked && text.StartsWith(LockHead, StringComparison.Ordinal))
                || text.StartsWith("update app.ledger_heads", StringComparison.Ordinal),
        };

    private static bool EndsBatch(IReadOnlyList<LoggedStatement> posting, int i, bool locked) =>
        posting[i].OnOneLine switch
        {
            "set local enable_sort = on" => locked && posting[i - 1].OnOneLine.Contains("app.costs", StringComparison.Ordinal),
            var text => text.StartsWith("select current_setting", StringComparison.Ordinal)
                || text.Contains("from app.same_facts", StringComparison.Ordinal)
                || text.StartsWith("insert into app.ledger_terms", StringComparison.Ordinal),
        };

    private string Statement(LoggedStatement statement, string[] fresh)
    {
        var text = Slot().Replace(statement.OnOneLine, "select a.id, :slot::bigint, 1");
        var types = TypesIn(text);
        return Parameter()
            .Replace(
                text,
                found =>
                {
                    var number = int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                    var column = types.GetValueOrDefault(number);
                    if (column == "app.ledger_entries.version")
                        return "array[:head_version::bigint + 1]";
                    var value = Literal(statement.Parameters[number - 1], fresh);
                    return column is null ? value : $"{value}::{columnTypes[column]}[]";
                }
            );
    }

    // Of a parameter that is a column: the server is not told its type, as the product tells it.
    private static Dictionary<int, string> TypesIn(string text)
    {
        if (Unnested().Match(text) is not { Success: true } unnested)
            return [];
        var table = Target().Match(text) is { Success: true } target ? target.Groups[1].Value : "app.clients";
        var columns = unnested.Groups[2].Value.Split(", ");
        return unnested
            .Groups[1]
            .Value.Split(", ")
            .Select((parameter, i) => (Number: int.Parse(parameter[1..], CultureInfo.InvariantCulture), Column: $"{table}.{columns[i]}"))
            .ToDictionary(one => one.Number, one => one.Column);
    }

    private static string Literal(string? value, string[] fresh)
    {
        if (value is null)
            return "null";
        // A colon before a word would be a variable of pgbench.
        var text = Colon().Replace(value.Replace("'", "''", StringComparison.Ordinal), "' || chr(58) || '");
        for (var i = 0; i < fresh.Length; i++)
            text = text.Replace(fresh[i], $"{fresh[i][..24]}' || lpad(:id{i}::text, 12, '0') || '", StringComparison.Ordinal);
        return text.Contains("||", StringComparison.Ordinal) ? $"('{text}')" : $"'{text}'";
    }

    private static IEnumerable<string> IdsOf(IEnumerable<LoggedStatement> statements) =>
        statements.SelectMany(one => one.Parameters).OfType<string>().SelectMany(text => Id().Matches(text)).Select(match => match.Value);

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"unnest\((\$\d+(?:, \$\d+)*)\) as \w+ \(([^)]*)\)")]
    private static partial Regex Unnested();

    [GeneratedRegex(@"^insert into (app\.\w+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"select a\.id, \d+, 1")]
    private static partial Regex Slot();

    [GeneratedRegex(@":(?=[A-Za-z_])")]
    private static partial Regex Colon();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
