namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>
/// An input object that needs itself through non-null fields alone could never be written down. A nullable field or a list
/// (which may be empty) ends the circle. A depth-first search with a stack of its own, since a chain of input objects may be as long as the schema.
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References
/// </summary>
internal static class InputObjectCycles
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        var search = new Search(errors);
        foreach (var input in schema.Types.OfType<InputObjectType>())
            search.From(input);
    }

    private sealed class Search(SchemaErrors errors)
    {
        private readonly HashSet<InputObjectType> visited = [];
        private readonly Stack<(InputObjectType Input, IEnumerator<InputValueDefinition> Fields)> open = [];

        // The field that each open type but the first was come to by.
        private readonly List<InputValueDefinition> path = [];

        // Where in the path each open type began.
        private readonly Dictionary<InputObjectType, int> startOf = [];

        public void From(InputObjectType input)
        {
            Open(input);
            while (open.TryPeek(out var current))
            {
                if (!current.Fields.MoveNext())
                    Close(current.Input);
                else if (current.Fields.Current.Type is NonNullType { OfType: InputObjectType needed })
                    Follow(current.Fields.Current, needed);
            }
        }

        private void Follow(InputValueDefinition field, InputObjectType needed)
        {
            path.Add(field);
            if (startOf.TryGetValue(needed, out var start))
                Report(needed, path[start..]);
            else if (Open(needed))
                return;
            path.RemoveAt(path.Count - 1);
        }

        private bool Open(InputObjectType input)
        {
            if (!visited.Add(input))
                return false;
            startOf.Add(input, path.Count);
            open.Push((input, input.Fields.GetEnumerator()));
            return true;
        }

        private void Close(InputObjectType input)
        {
            open.Pop();
            startOf.Remove(input);
            if (path.Count > 0)
                path.RemoveAt(path.Count - 1);
        }

        private void Report(InputObjectType needed, List<InputValueDefinition> circle) =>
            errors.Report(
                $"Cannot reference Input Object \"{needed}\" within itself through a series of non-null fields: \"{string.Join('.', circle.Select(step => step.Name))}\".",
                circle
            );
    }
}
