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
                yield return (Documents.Node(type, $"{{ {Documents.Whole(field)} }}"), type.Name);
                // What is too much for one operation is seen in several. Nodes and lists of them are on the way anyhow.
                if (
                    field.Type.Unwrapped is ObjectType { Interfaces: [] } inner
                    && !inner.Name.EndsWith("Connection", StringComparison.Ordinal)
                )
                    foreach (var below in inner.Fields.Where(below => below.Type.Unwrapped is ObjectType))
                        yield return (Documents.Node(type, $"{{ {Documents.Head(field)} {{ {Documents.Whole(below)} }} }}"), type.Name);
            }
        }
    }
}
