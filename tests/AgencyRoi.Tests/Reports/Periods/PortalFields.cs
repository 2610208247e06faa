using System.Text;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>Documents that together ask for every field of a schema, each by one of the ways that lead to its type, with the plain fields below it.</summary>
internal static class PortalFields
{
    /// <param name="clientId">What is asked for where a field wants an id.</param>
    /// <param name="period">What is asked for where a field wants days.</param>
    public static IEnumerable<string> Documents(Schema schema, string clientId, (string From, string To) period)
    {
        var seen = new HashSet<string>();
        var open = new Queue<(ComplexType Type, string Before, string After)>();
        open.Enqueue((schema.QueryType, "query {", "}"));
        while (open.TryDequeue(out var way))
        {
            yield return $"{way.Before} __typename {Leaves(way.Type, Head)} {way.After}";
            if (!seen.Add(way.Type.Name))
                continue;
            foreach (var field in way.Type.Fields)
            {
                var head = $"{way.Before} {Head(field)} {{";
                if (field.Type.Unwrapped is ObjectType below)
                    open.Enqueue((below, head, way.After + "}"));
                else if (field.Type.Unwrapped is InterfaceType)
                    yield return $"{head} __typename id }} {way.After}";
            }
        }

        string Head(FieldDefinition field)
        {
            var arguments = new StringBuilder();
            foreach (var argument in field.Arguments.Where(argument => argument.IsRequired))
                arguments.Append(
                    argument.Name switch
                    {
                        "id" => $"id: \"{clientId}\" ",
                        "ids" => $"ids: [\"{clientId}\"] ",
                        "on" => $"on: \"{period.From}\" ",
                        "period" => $$"""period: { from: "{{period.From}}", to: "{{period.To}}" }""",
                        var other => throw new NotSupportedException($"Nothing is known for the argument {other} of {field.Name}."),
                    }
                );
            return arguments.Length == 0 ? field.Name : $"{field.Name}({arguments})";
        }
    }

    /// <summary>
    /// Documents that ask for one object by its id, in every way there is: by each root field that takes one, and by each filter of a list that compares them.
    /// </summary>
    public static IEnumerable<string> ById(Schema schema, string clientId, string id)
    {
        foreach (var type in schema.GetPossibleTypes(schema.FindType("Node")!))
            yield return $"{{ node(id: \"{id}\") {{ __typename ... on {type.Name} {{ {Plain(type)} }} }} }}";
        yield return $"{{ nodes(ids: [\"{clientId}\", \"{id}\"]) {{ __typename id }} }}";
        yield return $"{{ client(id: \"{id}\") {{ {Plain((ComplexType)schema.FindType("Client")!)} }} }}";
        foreach (var (list, before, after) in Lists(schema, clientId))
        foreach (var field in ((InputObjectType)list.Arguments["where"]!.Type.Unwrapped).Fields)
            if (field.Type.Unwrapped.Name == "IdOperationFilterInput")
                yield return $"{before} {list.Name}(where: {{ {field.Name}: {{ eq: \"{id}\" }} }}) {{ totalCount nodes {{ id }} }} {after}";
    }

    private static IEnumerable<(FieldDefinition List, string Before, string After)> Lists(Schema schema, string clientId) =>
        schema
            .QueryType.Fields.Select(field => (field, "{", "}"))
            .Concat(((ComplexType)schema.FindType("Client")!).Fields.Select(field => (field, $"{{ client(id: \"{clientId}\") {{", "} }")))
            .Where(list => list.field.Arguments["where"] is not null);

    private static string Plain(ComplexType type) => Leaves(type, field => field.Name);

    private static string Leaves(ComplexType type, Func<FieldDefinition, string> head) =>
        string.Join(' ', type.Fields.Where(field => field.Type.Unwrapped is not ComplexType).Select(head));
}
