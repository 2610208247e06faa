using System.Collections.Frozen;
using System.Text;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>The SDL spelling of directive locations: <c>FIELD_DEFINITION</c>.</summary>
internal static class DirectiveLocationName
{
    private static readonly FrozenDictionary<DirectiveLocation, string> Names = Enum.GetValues<DirectiveLocation>()
        .ToFrozenDictionary(location => location, Spell);

    private static readonly FrozenDictionary<string, DirectiveLocation> Locations = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    public static string Of(DirectiveLocation location) => Names[location];

    /// <exception cref="KeyNotFoundException">There is no such location; the parser lets none pass.</exception>
    public static DirectiveLocation Parse(string name) => Locations[name];

    private static string Spell(DirectiveLocation location)
    {
        var text = new StringBuilder();
        foreach (var letter in location.ToString())
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToUpperInvariant(letter));
        }
        return text.ToString();
    }
}
