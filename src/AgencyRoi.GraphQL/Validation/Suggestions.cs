using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>Which names a misspelt one may have meant, nearest first, in the words and order that clients know from graphql-js.</summary>
public static class Suggestions
{
    private const int Shown = 5;

    /// <summary>Names within a distance of 40 % of the written length and one more edit.</summary>
    public static IReadOnlyList<string> For(string written, IEnumerable<string> names)
    {
        var threshold = (int)(written.Length * 0.4) + 1;
        return
        [
            .. names
                .Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Distance: LexicalDistance.Between(written, name)))
                .Where(candidate => candidate.Distance <= threshold)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, NaturalOrder.Comparer)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary>With a space before it; empty without names.</summary>
    public static string Sentence(IReadOnlyList<string> names, string kind = "")
    {
        if (names.Count == 0)
            return "";
        var quoted = names.Take(Shown).Select(name => $"\"{name}\"").ToArray();
        var list = quoted.Length switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return kind.Length == 0 ? $" Did you mean {list}?" : $" Did you mean {kind} {list}?";
    }
}
