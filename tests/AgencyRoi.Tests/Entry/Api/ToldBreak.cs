using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>A line of <c>schema/breaking-changes.md</c>.</summary>
internal sealed partial record ToldBreak(string File, string Change)
{
    public static IReadOnlyList<ToldBreak> In(string text) =>
        [.. Line().Matches(text).Select(line => new ToldBreak(line.Groups["file"].Value, line.Groups["change"].Value.Replace("`", "")))];

    [GeneratedRegex(@"^\| (?<file>(schema|portal)\.graphql) \| (?<change>[^|]+) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
