using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>The way through every field of a schema, as deep as an operation may go: documents, and the kind of object each begins at.</summary>
internal static class Tour
{
    public static IEnumerable<(string Document, string? Slot)> Ways(Schema schema)
    {
        foreach (var field in schema.QueryType.Fields.Where(field => !field.Arguments.Any(Ids.IsRequired)))
            yield return ($"{{ {Documents.Whole(field)} }}", null);
        foreach (var type in Documents.Nodes(schema))
        {
            yield return (Documents.Node(type, Documents.Selection(type, levels: 0)), type.Name);
            foreach (var field in type.Fields.Where(field => field.Type.Unwrapped is ComplexType))
            {
                // An object that is referred to has a way of its own.
                var inner = Documents.IsReference(field, field.Type.Unwrapped)
                    ? Documents.Field(field, levels: 1)!
                    : Documents.Whole(field);
                yield return (Documents.Node(type, $"{{ {inner} }}"), type.Name);
                // What is too much for one operation is seen in several. Nodes and lists of them are on the way anyhow.
                if (
                    field.Type.Unwrapped is ObjectType { Interfaces: [] } part
                    && !part.Name.EndsWith("Connection", StringComparison.Ordinal)
                )
                    foreach (var below in part.Fields.Where(below => below.Type.Unwrapped is ObjectType))
                        yield return (Documents.Node(type, $"{{ {Documents.Head(field)} {{ {Documents.Whole(below)} }} }}"), type.Name);
            }
        }
    }
}
