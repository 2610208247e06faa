using System.Collections;
using System.Reflection;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// A member's .NET type as GraphQL sees it: a named type or a list, nullable or not. <see cref="Type"/> is without <c>Nullable&lt;T&gt;</c>;
/// of a list it is the .NET collection.
/// </summary>
internal sealed record MemberShape(Type Type, bool IsNullable, MemberShape? Item = null)
{
    public MemberShape Innermost => Item?.Innermost ?? this;

    public static MemberShape Of(Type type, NullabilityInfo? info)
    {
        var underlying = Nullable.GetUnderlyingType(type);
        var isNullable = type.IsValueType ? underlying is not null : info?.ReadState != NullabilityState.NotNull;
        var named = underlying ?? type;
        if (ClrTypeMap.IsScalar(named) || FindItemType(named) is not { } itemType)
            return new MemberShape(named, isNullable);
        var itemInfo = info?.ElementType ?? (info?.GenericTypeArguments is [var single] ? single : null);
        return new MemberShape(named, isNullable, Of(itemType, itemInfo));
    }

    public MemberShape WithInnermost(Type type) => Item is null ? this with { Type = type } : this with { Item = Item.WithInnermost(type) };

    /// <summary>The item type of a collection, or null.</summary>
    public static Type? FindItemType(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) || IsDictionary(type))
            return null;
        return IsEnumerable(type)
            ? type.GetGenericArguments()[0]
            : type.GetInterfaces().FirstOrDefault(IsEnumerable)?.GetGenericArguments()[0];
    }

    private static bool IsDictionary(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type)
        || type.GetInterfaces()
            .Append(type)
            .Any(each => ReturnedType.Is(each, typeof(IReadOnlyDictionary<,>)) || ReturnedType.Is(each, typeof(IDictionary<,>)));

    private static bool IsEnumerable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
}
