namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>How types compare. Wrappers are compared by what they wrap, named types by identity.</summary>
internal static class TypeRelation
{
    public static bool AreEqual(GraphQLType left, GraphQLType right) =>
        (left, right) switch
        {
            (NonNullType a, NonNullType b) => AreEqual(a.OfType, b.OfType),
            (ListType a, ListType b) => AreEqual(a.OfType, b.OfType),
            _ => left == right,
        };

    /// <summary>Whether every value of the first type is also one of the second. https://spec.graphql.org/September2025/#IsSubType()</summary>
    public static bool IsSubType(Schema schema, GraphQLType type, GraphQLType superType) =>
        (type, superType) switch
        {
            (NonNullType a, NonNullType b) => IsSubType(schema, a.OfType, b.OfType),
            (NonNullType a, _) => IsSubType(schema, a.OfType, superType),
            (ListType a, ListType b) => IsSubType(schema, a.OfType, b.OfType),
            (InterfaceType a, InterfaceType b) => a == b || a.Interfaces.Contains(b),
            (ObjectType a, InterfaceType or UnionType) => schema.IsPossibleType((NamedType)superType, a),
            _ => type == superType,
        };
}
