namespace AgencyRoi.GraphQL.TypeSystem.Comparison;

/// <summary>Which other type may stand in a type's place: a field may promise more, an argument may ask for less.</summary>
internal static class ChangeOfType
{
    /// <summary>Whether who reads the old type can read the new one.</summary>
    public static bool IsSafeToRead(GraphQLType before, GraphQLType after) =>
        (before, after) switch
        {
            (NonNullType was, NonNullType now) => IsSafeToRead(was.OfType, now.OfType),
            (NonNullType, _) => false,
            (_, NonNullType now) => IsSafeToRead(before, now.OfType),
            (ListType was, ListType now) => IsSafeToRead(was.OfType, now.OfType),
            _ => HaveOneName(before, after),
        };

    /// <summary>Whether what was written for the old type is fine for the new one: literals, and variables of the old type.</summary>
    public static bool IsSafeToWrite(GraphQLType before, GraphQLType after) =>
        (before, after) switch
        {
            (NonNullType was, NonNullType now) => IsSafeToWrite(was.OfType, now.OfType),
            (NonNullType was, _) => IsSafeToWrite(was.OfType, after),
            (_, NonNullType) => false,
            (ListType was, ListType now) => IsSafeToWrite(was.OfType, now.OfType),
            _ => HaveOneName(before, after),
        };

    private static bool HaveOneName(GraphQLType before, GraphQLType after) =>
        before is NamedType was && after is NamedType now && was.Name == now.Name;
}
