using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>
/// The default values of input fields must not need each other in a circle: an absent field takes its default, in which
/// other fields may be absent and take theirs. A depth-first search with a stack of its own, since a chain of defaults may be as long as the schema.
/// https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()
/// </summary>
internal static class DefaultValueCycles
{
    private static readonly ObjectValueNode Nothing = new([]);

    public static void Check(Schema schema, SchemaErrors errors)
    {
        var search = new Search(errors);
        foreach (var input in schema.Types.OfType<InputObjectType>())
            search.From(input);
    }

    /// <summary>The defaults of the fields that are absent in a value.</summary>
    private static IEnumerable<Default> TakenIn(InputObjectType input, ValueNode value) =>
        value switch
        {
            ObjectValueNode fields => TakenIn(input, fields),
            // As deep as a literal is written, and that has a limit.
            ListValueNode list => list.Values.SelectMany(item => TakenIn(input, item)),
            _ => [],
        };

    private static IEnumerable<Default> TakenIn(InputObjectType input, ObjectValueNode value)
    {
        foreach (var field in input.Fields)
        {
            if (field.Type.Unwrapped is not InputObjectType inner)
                continue;
            if (value.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given)
            {
                foreach (var taken in TakenIn(inner, given.Value))
                    yield return taken;
            }
            else if (field.DefaultValue is { } literal)
                yield return new Default($"{input}.{field.Name}", field, inner, literal);
        }
    }

    private readonly record struct Default(string Coordinate, InputValueDefinition Field, InputObjectType Type, ValueNode Literal);

    private sealed class Search(SchemaErrors errors)
    {
        private readonly HashSet<InputValueDefinition> visited = [];
        private readonly Stack<IEnumerator<Default>> open = [];

        // The defaults that are being searched, each taken in the one before it, and where in it each of them is.
        private readonly List<Default> path = [];
        private readonly Dictionary<InputValueDefinition, int> startOf = [];

        public void From(InputObjectType input)
        {
            open.Push(TakenIn(input, Nothing).GetEnumerator());
            while (open.TryPeek(out var taken))
            {
                if (!taken.MoveNext())
                    Close();
                else if (startOf.TryGetValue(taken.Current.Field, out var start))
                    Report(taken.Current.Coordinate, start);
                else if (visited.Add(taken.Current.Field))
                    Open(taken.Current);
            }
        }

        private void Open(Default step)
        {
            startOf.Add(step.Field, path.Count);
            path.Add(step);
            open.Push(TakenIn(step.Type, step.Literal).GetEnumerator());
        }

        private void Close()
        {
            open.Pop().Dispose();
            if (path.Count == 0)
                return;
            startOf.Remove(path[^1].Field);
            path.RemoveAt(path.Count - 1);
        }

        private void Report(string coordinate, int start)
        {
            var between = path[(start + 1)..];
            var via =
                between.Count == 0 ? "." : $" via the default values of: {string.Join(", ", between.Select(step => step.Coordinate))}.";
            errors.Report(
                $"Invalid circular reference. The default value of Input Object field {coordinate} references itself{via}",
                path[start..].Select(step => (object)step.Field)
            );
        }
    }
}
