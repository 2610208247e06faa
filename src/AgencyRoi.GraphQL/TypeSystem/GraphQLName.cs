namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>https://spec.graphql.org/September2025/#Name</summary>
internal static class GraphQLName
{
    public static bool IsValid(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            return false;
        foreach (var character in name)
        {
            if (character != '_' && !char.IsAsciiLetterOrDigit(character))
                return false;
        }
        return true;
    }
}
