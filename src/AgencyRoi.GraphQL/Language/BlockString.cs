namespace AgencyRoi.GraphQL.Language;

/// <summary>The two ways between a block string and its value. https://spec.graphql.org/September2025/#sec-String-Value.Block-Strings</summary>
internal static class BlockString
{
    /// <summary>https://spec.graphql.org/September2025/#BlockStringValue(); takes what stands between the quotation marks.</summary>
    public static string Dedent(string raw)
    {
        var lines = SplitLines(raw.Replace("\\\"\"\"", "\"\"\""));
        var first = Array.FindIndex(lines, line => !IsBlank(line));
        if (first < 0)
            return "";
        var last = Array.FindLastIndex(lines, line => !IsBlank(line));

        var common = lines.Skip(1).Where(line => !IsBlank(line)).Select(Indentation).DefaultIfEmpty(0).Min();
        for (var i = Math.Max(first, 1); i <= last; i++)
            lines[i] = lines[i][Math.Min(common, lines[i].Length)..];
        return string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>Whether this value, printed as a block string, reads back as it is: blank outer lines and a common indentation would be lost.</summary>
    public static bool CanHold(string value) =>
        !value.AsSpan().ContainsAnyInRange('\0', '\b')
        && !value.AsSpan().ContainsAnyInRange('\v', '\x1F')
        && Dedent(Print(value)[3..^3]) == value;

    /// <summary>The literal with its quotation marks, laid out as graphql-js does; not indented.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"");
        var lines = SplitLines(escaped);
        var isSingleLine = lines.Length == 1;

        // Without a line break in front, the first line would not count as indented like the others, and they would lose what they have.
        var needsLeadingBreak = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsWithQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        // A last quotation mark or backslash would run into the closing quotation marks.
        var needsTrailingBreak = (value.EndsWith('"') && !endsWithQuotes) || value.EndsWith('\\');
        var isSpread = !isSingleLine || value.Length > 70 || needsTrailingBreak || endsWithQuotes;
        // Here a line break in front would turn the spaces of the only line into indentation.
        var startsWithSpace = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);

        var leading = (isSpread && !startsWithSpace) || needsLeadingBreak ? "\n" : "";
        return $"\"\"\"{leading}{escaped}{(isSpread ? "\n" : "")}\"\"\"";
    }

    private static string[] SplitLines(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    private static bool IsBlank(string line) => Indentation(line) == line.Length;

    private static int Indentation(string line) => line.Length - line.AsSpan().TrimStart(" \t").Length;

    private static bool IsWhiteSpace(char character) => character is ' ' or '\t';
}
