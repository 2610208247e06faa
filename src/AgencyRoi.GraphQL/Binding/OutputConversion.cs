using System.Collections;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Functions from what members return to what the field's type writes.</summary>
internal static class OutputConversion
{
    /// <summary>Null when the value is written as it is.</summary>
    public static Func<object, object?>? For(MemberShape shape, string? idType, ClrTypeMap scalars)
    {
        if (shape.Item is { } item)
            return For(item, idType, scalars) is { } convertItem ? value => Convert((IEnumerable)value, convertItem) : null;
        if (idType is not null)
            return key => GlobalId.Format(idType, key);
        return scalars.Find(shape.Type) is { } scalar ? scalars.ToScalar(scalar, shape.Type) : null;
    }

    private static List<object?> Convert(IEnumerable values, Func<object, object?> convert) =>
        [.. values.Cast<object?>().Select(value => value is null ? null : convert(value))];
}
