using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>The questions of a schema that name somebody's object by its id, written from the running schema.</summary>
internal static class ForeignQuestions
{
    private static readonly string[] Comparisons = ["eq", "neq", "in", "nin"];

    /// <summary>By root field and by <c>node</c>.</summary>
    public static IEnumerable<(string Name, string Slot, string Document)> ById(Schema schema)
    {
        foreach (var type in Documents.Nodes(schema))
            yield return ($"node of {type.Name}", type.Name, Documents.Node(type, Documents.Selection(type, levels: 1)));
        foreach (var field in schema.QueryType.Fields.Where(field => field.Name is not ("node" or "nodes")))
        foreach (var argument in field.Arguments.Where(Ids.IsRequired))
        {
            var selection = Documents.Selection((ComplexType)field.Type.Unwrapped, levels: 1);
            yield return (
                field.Name,
                Ids.OfArgument(field, argument),
                $"query($id: {argument.Type}) {{ {field.Name}({argument.Name}: $id) {selection} }}"
            );
        }
    }

    public static IEnumerable<(string Name, string? Parent, string Slot, string Document)> Filters(Schema schema) =>
        from entry in Lists(schema)
        from id in Ids.OfFilter(Documents.FilterOf(entry.List))
        // Below an object the first comparison is enough: the lists are the same.
        from comparison in entry.Parent is null ? Comparisons : Comparisons[..1]
        let value = comparison is "in" or "nin" ? "[$id]" : "$id"
        let condition = id.Field.Type.Unwrapped.Name.StartsWith("List", StringComparison.Ordinal)
            ? $"{{ some: {{ {comparison}: {value} }} }}"
            : $"{{ {comparison}: {value} }}"
        let filter = id.Path.Reverse().Aggregate(condition, (inner, name) => $"{{ {name}: {inner} }}")
        let call = $"{Documents.Head(entry.List, $"where: {filter}")} {Rows(entry.List)}"
        let type = comparison is "in" or "nin" ? "ID!" : "ID"
        select ($"{entry.Parent}.{call}", entry.Parent, id.Slot, Below(entry.Parent, schema, $"$id: {type}", call));

    /// <summary>Every list with a filter: at the root, and below every type that can be found by id.</summary>
    public static IEnumerable<(FieldDefinition List, string? Parent)> Lists(Schema schema) =>
        Documents
            .Lists(schema.QueryType)
            .Select(field => (field, (string?)null))
            .Concat(
                from type in Documents.Nodes(schema)
                from field in Documents.Lists(type)
                // Of two campaigns only the upper one has something below it.
                select (field, (string?)(type.Name == "Campaign" ? Ids.ParentCampaign : type.Name))
            );

    // A cursor is bound to its filter, so it differs where the filters do.
    public static string Rows(FieldDefinition list)
    {
        var type = (ComplexType)list.Type.Unwrapped;
        return type.Fields["nodes"] is { } nodes
            ? $"{{ totalCount nodes {Documents.Selection((ComplexType)nodes.Type.Unwrapped, levels: 0)} }}"
            : Documents.Selection(type, levels: 2);
    }

    public static string Below(string? parent, Schema schema, string variable, string selection) =>
        parent is null
            ? $"query({variable}) {{ {selection} }}"
            : $"query($parent: ID!, {variable}) {{ node(id: $parent) {{ ... on {schema.FindType(Ids.TypeOf(parent))} {{ {selection} }} }} }}";
}
