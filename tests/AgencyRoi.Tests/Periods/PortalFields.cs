using System.Text;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Periods;

/// <summary>Documents that together ask for every field of a schema, each by one of the ways that lead to its type, with the plain fields below it.</summary>
internal static class PortalFields
{
    private const string Period = """period: { from: "2025-03-01", to: "2025-05-01" }""";

    /// <param name="clientId">What is asked for where a field wants an id.</param>
    public static IEnumerable<string> Documents(Schema schema, string clientId)
    {
        var seen = new HashSet<string>();
        var open = new Queue<(ComplexType Type, string Before, string After)>();
        open.Enqueue((schema.QueryType, "query {", "}"));
        while (open.TryDequeue(out var way))
        {
            yield return $"{way.Before} __typename {Leaves(way.Type, clientId)} {way.After}";
            if (!seen.Add(way.Type.Name))
                continue;
            foreach (var field in way.Type.Fields)
            {
                var head = $"{way.Before} {Head(field, clientId)} {{";
                if (field.Type.Unwrapped is ObjectType below)
                    open.Enqueue((below, head, way.After + "}"));
                else if (field.Type.Unwrapped is InterfaceType)
                    yield return $"{head} __typename id }} {way.After}";
            }
        }
    }

    private static string Leaves(ComplexType type, string clientId) =>
        string.Join(' ', type.Fields.Where(field => field.Type.Unwrapped is not ComplexType).Select(field => Head(field, clientId)));

    private static string Head(FieldDefinition field, string clientId)
    {
        var arguments = new StringBuilder();
        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired))
            arguments.Append(
                argument.Name switch
                {
                    "id" => $"id: \"{clientId}\" ",
                    "ids" => $"ids: [\"{clientId}\"] ",
                    "period" => Period,
                    var other => throw new NotSupportedException($"Nothing is known for the argument {other} of {field.Name}."),
                }
            );
        return arguments.Length == 0 ? field.Name : $"{field.Name}({arguments})";
    }
}
