namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Names.Reserved-Names</summary>
internal static class NameRules
{
    public static void Check(NamedType type, SchemaErrors errors) => Check(type.Name, type, errors);

    public static void CheckMembers(IReadOnlyList<INamedMember> members, SchemaErrors errors)
    {
        foreach (var member in members)
            Check(member.Name, member, errors);
    }

    public static void Check(string name, object element, SchemaErrors errors)
    {
        if (!GraphQLName.IsValid(name))
            errors.Report($"A name must begin with a letter or underscore and hold only [_a-zA-Z0-9] but \"{name}\" does not.", element);
        else if (name.StartsWith("__", StringComparison.Ordinal))
            errors.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", element);
    }
}
