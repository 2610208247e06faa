using System.Reflection;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>What a member really returns, under tasks, batch lists and results that may be errors.</summary>
internal sealed record ReturnedType(Type Type, NullabilityInfo Info)
{
    /// <summary>The node's type when this is a connection, a page or a list with keys, with its nullability.</summary>
    public (Type Type, NullabilityInfo? Info)? PagedNode =>
        Is(Type, typeof(Connection<>)) || Is(Type, typeof(Page<>)) || Is(Type, typeof(KeyedList<>))
            ? (Type.GetGenericArguments()[0], Info.GenericTypeArguments[0])
            : null;

    public static ReturnedType Of(PropertyInfo property, NullabilityInfoContext context) =>
        new(property.PropertyType, context.Create(property));

    public static ReturnedType Of(MethodInfo method, NullabilityInfoContext context, bool isBatch)
    {
        var (type, info) = Unwrap(method.ReturnType, context.Create(method.ReturnParameter), typeof(Task<>), typeof(ValueTask<>));
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
            throw new BindingException("a resolver returns a value");
        if (isBatch)
        {
            var item = MemberShape.FindItemType(type) ?? throw new BindingException($"a batch resolver returns a list, not {type}");
            (type, info) = Unwrap(item, info.ElementType ?? info.GenericTypeArguments[0], typeof(ResolverResult<>));
        }
        (type, info) = Unwrap(type, info, typeof(FieldResult<>));
        return new(type, info);
    }

    public static bool Is(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static (Type, NullabilityInfo) Unwrap(Type type, NullabilityInfo info, params ReadOnlySpan<Type> definitions)
    {
        foreach (var definition in definitions)
        {
            if (Is(type, definition))
                return (type.GetGenericArguments()[0], info.GenericTypeArguments[0]);
        }
        return (type, info);
    }
}
