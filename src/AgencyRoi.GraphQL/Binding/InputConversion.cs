using System.Collections;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Functions from coerced values (scalars' runtime values, lists of objects, made input objects) to the .NET types of parameters.</summary>
internal sealed class InputConversion(SchemaBinder binder)
{
    /// <summary>Null when the coerced value already is of the type. The function gets null for null.</summary>
    public Func<object?, object?>? For(Type type, MemberShape shape, IIdAttribute? id, ITextAttribute? text)
    {
        if (OptionalValueType(type) is { } inner)
        {
            var make = (Func<object?, object?>)Generic(nameof(OptionalMaker), inner).Invoke(null, null)!;
            var convert = For(shape, id, text);
            return convert is null ? make : value => make(convert(value));
        }
        return For(shape, id, text);
    }

    public static Type? OptionalValueType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;

    private Func<object?, object?>? For(MemberShape shape, IIdAttribute? id, ITextAttribute? text)
    {
        if (shape.Item is { } item)
            return ForList(shape.Type, item, id, text);
        if (id is not null)
            return GlobalId.Reader(shape.Type, id.IdType is { } type ? binder.Outputs.NameOf(type) : id.IdTypeName);
        if (shape.Type == typeof(string))
            return value => RefuseNul((string?)value) is { } given ? text?.Read(given) ?? given : null;
        if (ClrTypeMap.FromScalar(shape.Type) is not { } convert)
            return null;
        return value => value is null ? null : convert(value);
    }

    private Func<object?, object?> ForList(Type collection, MemberShape item, IIdAttribute? id, ITextAttribute? text)
    {
        var itemType = MemberShape.FindItemType(collection)!;
        var make = collection switch
        {
            _ when collection.IsAssignableFrom(itemType.MakeArrayType()) => nameof(MakeArray),
            _ when collection.IsAssignableFrom(typeof(List<>).MakeGenericType(itemType)) => nameof(MakeList),
            _ when collection.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(itemType)) => nameof(MakeSet),
            _ => throw new BindingException($"{collection} cannot be an input; take an array, a list or a set"),
        };
        var build = Generic(make, itemType).CreateDelegate<Func<IEnumerable, Func<object?, object?>?, object>>();
        var convert = For(item, id, text);
        return value => value is null ? null : build((IEnumerable)value, convert);
    }

    private static T[] MakeArray<T>(IEnumerable values, Func<object?, object?>? convert) => Convert<T>(values, convert).ToArray();

    private static List<T> MakeList<T>(IEnumerable values, Func<object?, object?>? convert) => Convert<T>(values, convert).ToList();

    private static HashSet<T> MakeSet<T>(IEnumerable values, Func<object?, object?>? convert) => Convert<T>(values, convert).ToHashSet();

    private static IEnumerable<T> Convert<T>(IEnumerable values, Func<object?, object?>? convert)
    {
        foreach (var value in values)
            yield return (T)(convert is null ? value : convert(value))!;
    }

    private static Func<object?, object?> OptionalMaker<T>() => value => new Optional<T>((T?)value);

    /// <summary>No database text holds U+0000; refused here, it is the client's mistake and not the database's.</summary>
    private static string? RefuseNul(string? text) =>
        text is not null && text.Contains('\0', StringComparison.Ordinal)
            ? throw new GraphQLException("Text cannot hold the character U+0000.", ErrorCodes.BadInput)
            : text;

    private static MethodInfo Generic(string name, Type type) =>
        typeof(InputConversion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
}
