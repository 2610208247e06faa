using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem.Scalars;

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>Whether a constant literal can be coerced to a type. https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type</summary>
internal static class LiteralRules
{
    /// <summary>A sentence, or null when the literal fits. The type is an input type.</summary>
    public static string? FindProblem(GraphQLType type, ValueNode literal) =>
        (type, literal) switch
        {
            (NonNullType, NullValueNode) => $"Expected value of type \"{type}\", found null.",
            (NonNullType nonNull, _) => FindProblem(nonNull.OfType, literal),
            (_, NullValueNode) => null,
            (ListType list, ListValueNode items) => FirstProblem(items.Values.Select(item => FindProblem(list.OfType, item))),
            (ListType list, _) => FindProblem(list.OfType, literal),
            (InputObjectType input, ObjectValueNode value) => InObject(input, value),
            (InputObjectType, _) => $"Expected value of type \"{type}\", found {ScalarProblem.KindOf(literal)}.",
            (EnumType enumType, _) => InEnum(enumType, literal),
            (ScalarType scalar, _) => scalar.TryParseLiteral(literal, out _, out var problem) ? null : problem,
            _ => null,
        };

    private static string? InObject(InputObjectType input, ObjectValueNode value)
    {
        var given = value.Fields.ToLookup(field => field.Name.Value, field => field.Value, StringComparer.Ordinal);
        foreach (var name in given.Select(field => field.Key).Where(name => !input.Fields.TryGet(name, out _)))
            return $"Field \"{name}\" is not defined by type \"{input}\".";
        foreach (var field in input.Fields.Where(field => field.IsRequired && !given.Contains(field.Name)))
            return $"Field \"{input}.{field.Name}\" of required type \"{field.Type}\" was not provided.";
        if (input.IsOneOf && (value.Fields.Count != 1 || value.Fields[0].Value is NullValueNode))
            return $"Exactly one key must be specified and not null for OneOf type \"{input}\".";
        return FirstProblem(input.Fields.SelectMany(field => given[field.Name].Select(inner => FindProblem(field.Type, inner))));
    }

    private static string? InEnum(EnumType enumType, ValueNode literal) =>
        literal switch
        {
            EnumValueNode value when enumType.Values.TryGet(value.Value, out _) => null,
            EnumValueNode value => EnumProblem.Unknown(enumType, value.Value),
            _ => $"Enum \"{enumType}\" cannot represent non-enum value: {ScalarProblem.KindOf(literal)}.",
        };

    private static string? FirstProblem(IEnumerable<string?> problems) => problems.FirstOrDefault(problem => problem is not null);
}
