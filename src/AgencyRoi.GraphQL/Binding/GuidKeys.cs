using System.Reflection;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>A key that is a <see cref="Guid"/> with a type of its own, so that the compiler tells the ids of two kinds of objects apart.</summary>
public interface IGuidKey : IComparable
{
    Guid Value { get; }

    int IComparable.CompareTo(object? other) => other is IGuidKey key ? Value.CompareTo(key.Value) : 1;
}

/// <summary>Such a key, which can be made of a Guid. Taken wherever a Guid is taken as an id: arguments, inputs, filters, orders, cursors and results.</summary>
public interface IGuidKey<TSelf> : IGuidKey, IComparable<TSelf>
    where TSelf : struct, IGuidKey<TSelf>
{
    static abstract TSelf Of(Guid value);

    int IComparable<TSelf>.CompareTo(TSelf other) => Value.CompareTo(other.Value);
}

/// <summary>What the binder asks about such types, when a schema is made.</summary>
internal static class GuidKeys
{
    public static bool Are(Type type) => type.IsValueType && typeof(IGuidKey).IsAssignableFrom(type);

    /// <summary>Makes boxed keys of Guids.</summary>
    public static Func<Guid, object> Maker(Type type) =>
        typeof(GuidKeys)
            .GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<Guid, object>>();

    /// <summary><c>one.CompareTo(other)</c> of that type.</summary>
    public static MethodInfo Comparison(Type type) =>
        typeof(IComparable<>).MakeGenericType(type).GetMethod(nameof(IComparable<>.CompareTo))!;

    private static object Make<T>(Guid value)
        where T : struct, IGuidKey<T> => T.Of(value);
}
