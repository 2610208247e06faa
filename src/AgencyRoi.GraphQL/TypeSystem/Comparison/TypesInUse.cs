namespace AgencyRoi.GraphQL.TypeSystem.Comparison;

/// <summary>
/// The types that a document can come to without using anything deprecated. A type cannot be deprecated itself; it goes with the
/// last field that leads to it.
/// </summary>
internal static class TypesInUse
{
    public static HashSet<NamedType> Of(Schema schema)
    {
        var used = new HashSet<NamedType>();
        NamedType?[] roots = [schema.QueryType, schema.MutationType, schema.SubscriptionType];
        var waiting = new Stack<NamedType>(roots.OfType<NamedType>());
        foreach (var argument in schema.Directives.SelectMany(directive => directive.Arguments))
            waiting.Push(argument.Type.Unwrapped);
        while (waiting.TryPop(out var type))
        {
            if (!used.Add(type))
                continue;
            foreach (var next in Next(schema, type))
                waiting.Push(next);
        }
        return used;
    }

    private static IEnumerable<NamedType> Next(Schema schema, NamedType type) =>
        type switch
        {
            ComplexType complex =>
            [
                .. complex.Interfaces,
                .. schema.GetPossibleTypes(complex),
                .. complex.Fields.Where(field => field.DeprecationReason is null).SelectMany(TypesOf),
            ],
            UnionType union => union.Types,
            InputObjectType input => InUse(input.Fields),
            _ => [],
        };

    private static IEnumerable<NamedType> TypesOf(FieldDefinition field) => InUse(field.Arguments).Append(field.Type.Unwrapped);

    private static IEnumerable<NamedType> InUse(IEnumerable<InputValueDefinition> inputs) =>
        inputs.Where(input => input.DeprecationReason is null).Select(input => input.Type.Unwrapped);
}
