using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>Types as a document writes them, and how they stand to each other.</summary>
internal static class TypeReferences
{
    /// <summary>The type that is written; null when the schema has no type of its name.</summary>
    public static GraphQLType? Resolve(this Schema schema, TypeNode node) =>
        node switch
        {
            NamedTypeNode named => schema.FindType(named.Name.Value),
            ListTypeNode list => schema.Resolve(list.Type) is { } item ? new ListType(item) : null,
            NonNullTypeNode nonNull => schema.Resolve(nonNull.Type) is { } type ? new NonNullType(type) : null,
            _ => null,
        };

    public static NamedTypeNode NamedType(this TypeNode node)
    {
        while (true)
        {
            switch (node)
            {
                case ListTypeNode list:
                    node = list.Type;
                    break;
                case NonNullTypeNode nonNull:
                    node = nonNull.Type;
                    break;
                default:
                    return (NamedTypeNode)node;
            }
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#AreTypesCompatible()</summary>
    public static bool AreTypesCompatible(GraphQLType variable, GraphQLType location) =>
        (variable, location) switch
        {
            (NonNullType v, NonNullType l) => AreTypesCompatible(v.OfType, l.OfType),
            (_, NonNullType) => false,
            (NonNullType v, _) => AreTypesCompatible(v.OfType, location),
            (ListType v, ListType l) => AreTypesCompatible(v.OfType, l.OfType),
            _ => variable == location,
        };

    /// <summary>Whether an object can be of both types.</summary>
    public static bool CanOverlap(this Schema schema, NamedType first, NamedType second)
    {
        if (first == second)
            return true;
        var candidates = schema.GetPossibleTypes(second);
        foreach (var type in schema.GetPossibleTypes(first))
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                if (candidates[i] == type)
                    return true;
            }
        }
        return false;
    }
}
