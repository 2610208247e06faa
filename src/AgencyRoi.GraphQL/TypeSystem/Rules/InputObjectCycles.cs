namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>
/// An input object that needs itself through non-null fields alone could never be written down. A nullable field or a list
/// (which may be empty) ends the circle. https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References
/// </summary>
internal static class InputObjectCycles
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        var walk = new Walk(errors);
        foreach (var input in schema.Types.OfType<InputObjectType>())
            walk.Visit(input);
    }

    private sealed class Walk(SchemaErrors errors)
    {
        private readonly HashSet<InputObjectType> visited = [];
        private readonly List<InputValueDefinition> path = [];

        // Where in the path each type that is being walked began.
        private readonly Dictionary<InputObjectType, int> startOf = [];

        public void Visit(InputObjectType input)
        {
            if (!visited.Add(input))
                return;
            startOf[input] = path.Count;
            foreach (var field in input.Fields)
            {
                if (field.Type is not NonNullType { OfType: InputObjectType needed })
                    continue;
                path.Add(field);
                if (startOf.TryGetValue(needed, out var start))
                {
                    var circle = path[start..];
                    var names = string.Join('.', circle.Select(step => step.Name));
                    errors.Report(
                        $"Cannot reference Input Object \"{needed}\" within itself through a series of non-null fields: \"{names}\".",
                        circle
                    );
                }
                else
                    Visit(needed);
                path.RemoveAt(path.Count - 1);
            }
            startOf.Remove(input);
        }
    }
}
