using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Parts;

/// <summary>The lists of a schema whose rows hold money, and the ways to it.</summary>
internal static class MoneyLists
{
    /// <summary>As <c>Roi.byChannel</c>. Edges hold what the nodes beside them do.</summary>
    public static IEnumerable<string> Of(Schema schema) =>
        from type in schema.Types.OfType<ObjectType>()
        from field in type.Fields
        where field.Name != "edges" && field.Type.Nullable is ListType && field.Type.Unwrapped is ObjectType row && Paths(row).Any()
        select $"{type.Name}.{field.Name}";

    /// <summary>
    /// From a row to the money in it and in the plain objects below it, as <c>adjusted.value</c>. What has an id stands for itself and is no part of the row, and
    /// what takes arguments is asked for by itself.
    /// </summary>
    public static IEnumerable<string> Paths(ComplexType row) => Paths(row, []);

    /// <summary>The same as a selection.</summary>
    public static string Selection(ComplexType row) => string.Join(' ', Paths(row).Select(Selected));

    /// <summary>The amount at the end of a way; null where there is none.</summary>
    public static decimal? At(JsonElement row, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (row.ValueKind == JsonValueKind.Null)
                return null;
            row = row.GetProperty(name);
        }
        return row.ValueKind == JsonValueKind.Null ? null : row.GetProperty("amount").GetDecimal();
    }

    private static IEnumerable<string> Paths(ComplexType row, IReadOnlyCollection<ComplexType> above) =>
        from field in row.Fields
        where field.Type.Nullable is not ListType && !field.Arguments.Any(argument => argument.IsRequired)
        where field.Type.Unwrapped is ObjectType
        let type = (ObjectType)field.Type.Unwrapped
        where type.Interfaces.All(implemented => implemented.Name != "Node") && !above.Contains(type)
        where type.Name != "AdvertisingPrice" // a ratio of sums: prices do not add up
        from path in type.Name == "Money" ? [field.Name] : Paths(type, [.. above, type]).Select(path => $"{field.Name}.{path}")
        select path;

    private static string Selected(string path)
    {
        var names = path.Split('.');
        return string.Concat(names.Select(name => $"{name} {{ ")) + "amount" + string.Concat(names.Select(_ => " }"));
    }
}
