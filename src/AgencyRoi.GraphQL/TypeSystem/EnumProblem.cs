using System.Globalization;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// The sentences for what is no value of an enum. They list its values, since the caller named the type or a place of it, and introspection tells the
/// same; in bounds, since an enum can have any number of values.
/// </summary>
internal static class EnumProblem
{
    private const int Shown = 50;

    /// <summary>Of a variable or a caller's text, which is not repeated.</summary>
    public static string Unknown(EnumType type) => $"The value does not exist in \"{type}\" enum. {Values(type)}";

    /// <summary>Of a name in a document.</summary>
    public static string Unknown(EnumType type, string name) => $"Value \"{name}\" does not exist in \"{type}\" enum.";

    public static string Values(EnumType type)
    {
        var names = string.Join(", ", type.Values.Take(Shown).Select(value => value.Name));
        return type.Values.Count <= Shown
            ? $"Its values are {names}."
            : string.Create(CultureInfo.InvariantCulture, $"Its values are {names} and {type.Values.Count - Shown} more.");
    }
}
