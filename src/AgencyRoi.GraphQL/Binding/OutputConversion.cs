using System.Collections;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Functions from what members return to what the field's type writes.</summary>
internal static class OutputConversion
{
    /// <summary>Null when the value is written as it is.</summary>
    public static Func<object, object?>? For(MemberShape shape, string? idType)
    {
        if (shape.Item is { } item)
            return For(item, idType) is { } convertItem ? value => Convert((IEnumerable)value, convertItem) : null;
        if (GuidKeys.Are(shape.Type))
            return idType is null ? key => ((IGuidKey)key).Value : key => GlobalId.Format(idType, ((IGuidKey)key).Value);
        return idType is null ? null : key => GlobalId.Format(idType, key);
    }

    private static List<object?> Convert(IEnumerable values, Func<object, object?> convert) =>
        [.. values.Cast<object?>().Select(value => value is null ? null : convert(value))];
}
