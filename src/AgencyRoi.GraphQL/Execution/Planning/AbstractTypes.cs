using System.Collections.Concurrent;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>https://spec.graphql.org/September2025/#ResolveAbstractType()</summary>
internal sealed class AbstractTypes(Schema schema)
{
    // Only answers that depend on nothing but the value's class.
    private readonly ConcurrentDictionary<(GraphQLType, Type), ObjectType> byClass = new();

    /// <summary>The object type of a value below an interface or a union; null when no possible type claims it.</summary>
    public ObjectType? Resolve(GraphQLType abstractType, object value)
    {
        if (byClass.TryGetValue((abstractType, value.GetType()), out var known))
            return known;

        var possibleTypes = schema.GetPossibleTypes(abstractType.Unwrapped);
        foreach (var type in possibleTypes)
        {
            if (type.IsTypeOf is not null && type.IsTypeOf(value))
                return type;
        }
        var byRuntimeType =
            possibleTypes.FirstOrDefault(type => type.IsTypeOf is null && type.RuntimeType == value.GetType())
            ?? possibleTypes.FirstOrDefault(type => type.IsTypeOf is null && type.RuntimeType?.IsInstanceOfType(value) == true);
        if (byRuntimeType is not null && possibleTypes.All(type => type.IsTypeOf is null))
            byClass.TryAdd((abstractType, value.GetType()), byRuntimeType);
        return byRuntimeType;
    }
}
