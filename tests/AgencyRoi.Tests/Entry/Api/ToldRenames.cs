using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>The table of <c>schema/breaking-changes.md</c> that leads from each old name to that of today.</summary>
internal sealed partial class ToldRenames
{
    /// <summary>The last commit with the words of before.</summary>
    public const string Since = "74b771a";

    private readonly Dictionary<string, string> names;

    private ToldRenames(Dictionary<string, string> names) => this.names = names;

    public static ToldRenames In(string text) =>
        new(Line().Matches(text).ToDictionary(line => line.Groups["old"].Value, line => line.Groups["new"].Value, StringComparer.Ordinal));

    /// <summary>The names of today that old ones lead to.</summary>
    public IEnumerable<string> Leading() => names.Values;

    /// <summary>Whether somebody who reads the table knows of this change: a name that went stands in it, and a type that changed did so by its name alone.</summary>
    public bool Tell(ToldBreak one)
    {
        var (what, change) = one.Change.Split(' ', 2) is [var name, var rest] ? (name, rest) : (one.Change, "");
        return change == "was removed"
            ? names.ContainsKey(what) || names.ContainsKey(what.Split('.')[0])
            : TypeChange().Match(change) is { Success: true } match && Renamed(match.Groups["from"].Value) == match.Groups["to"].Value;
    }

    /// <summary>The same change with the name that the type had when it was made.</summary>
    public ToldBreak Today(ToldBreak one) =>
        one.Change.Split(' ', 2) is [var what, var change] && TypeChange().Match(change) is { Success: true } match
            ? one with
            {
                Change = $"{what} changed its type from {Renamed(match.Groups["from"].Value)} to {match.Groups["to"].Value}",
            }
            : one;

    private string Renamed(string type) => Name().Replace(type, found => names.GetValueOrDefault(found.Value, found.Value));

    [GeneratedRegex(@"^\| `(?<old>[A-Za-z_.]+)` \| `(?<new>[A-Za-z_.]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^changed its type from (?<from>\S+) to (?<to>\S+)$")]
    private static partial Regex TypeChange();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();
}
