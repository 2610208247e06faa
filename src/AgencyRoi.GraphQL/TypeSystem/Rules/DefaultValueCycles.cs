using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>
/// The default values of input fields must not need each other in a circle: an absent field takes its default, in which
/// other fields may be absent and take theirs. https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()
/// </summary>
internal static class DefaultValueCycles
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        var walk = new Walk(errors);
        foreach (var input in schema.Types.OfType<InputObjectType>())
            walk.VisitObject(input, new ObjectValueNode([]));
    }

    private sealed class Walk(SchemaErrors errors)
    {
        private readonly HashSet<InputValueDefinition> visited = [];
        private readonly List<(string Coordinate, InputValueDefinition Field)> path = [];

        public void VisitObject(InputObjectType input, ObjectValueNode value)
        {
            foreach (var field in input.Fields)
            {
                if (field.Type.Unwrapped is not InputObjectType inner)
                    continue;
                var given = value.Fields.FirstOrDefault(given => given.Name.Value == field.Name);
                if (given is not null)
                    VisitValue(inner, given.Value);
                else if (field.DefaultValue is { } defaultValue)
                    VisitDefault($"{input}.{field.Name}", field, inner, defaultValue);
            }
        }

        private void VisitValue(InputObjectType input, ValueNode value)
        {
            if (value is ObjectValueNode inner)
                VisitObject(input, inner);
            foreach (var item in (value as ListValueNode)?.Values ?? [])
                VisitValue(input, item);
        }

        private void VisitDefault(string coordinate, InputValueDefinition field, InputObjectType inner, ValueNode defaultValue)
        {
            var start = path.FindIndex(step => step.Field == field);
            if (start >= 0)
            {
                var between = path[(start + 1)..];
                var via =
                    between.Count == 0 ? "." : $" via the default values of: {string.Join(", ", between.Select(step => step.Coordinate))}.";
                errors.Report(
                    $"Invalid circular reference. The default value of Input Object field {coordinate} references itself{via}",
                    path[start..].Select(step => (object)step.Field)
                );
            }
            else if (visited.Add(field))
            {
                path.Add((coordinate, field));
                VisitValue(inner, defaultValue);
                path.RemoveAt(path.Count - 1);
            }
        }
    }
}
