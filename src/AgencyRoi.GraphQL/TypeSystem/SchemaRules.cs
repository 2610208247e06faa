using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem.Rules;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// Whether a schema obeys the rules of the specification, however it was made.
/// https://spec.graphql.org/September2025/#sec-Type-System
/// </summary>
internal static class SchemaRules
{
    /// <summary>All errors; empty for a good schema.</summary>
    public static IReadOnlyList<GraphQLError> Check(Schema schema) => Check(schema, _ => []);

    /// <param name="schema">The schema to check.</param>
    /// <param name="locate">Where an element of the schema (type, field, input value, enum value, directive) or an <see cref="ElementPlace"/> was written, if anywhere.</param>
    internal static IReadOnlyList<GraphQLError> Check(Schema schema, Func<object, IEnumerable<SourceLocation>> locate)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var errors = new SchemaErrors(locate);
        RootTypeRules.Check(schema, errors);
        DirectiveRules.Check(schema, errors);
        foreach (var type in schema.Types.Where(type => !Introspection.IsIntrospectionType(type)))
        {
            NameRules.Check(type, errors);
            switch (type)
            {
                case ComplexType complex:
                    FieldRules.Check(complex, errors);
                    InterfaceRules.Check(schema, complex, errors);
                    break;
                case UnionType union:
                    UnionRules.Check(union, errors);
                    break;
                case EnumType enumType:
                    EnumRules.Check(enumType, errors);
                    break;
                case InputObjectType input:
                    InputObjectRules.Check(input, errors);
                    break;
            }
        }
        AppliedDirectiveRules.Check(schema, errors);
        InputObjectCycles.Check(schema, errors);
        DefaultValueCycles.Check(schema, errors);
        return errors.All;
    }
}
