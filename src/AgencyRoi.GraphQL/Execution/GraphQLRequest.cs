using System.Text;
using System.Text.Json;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>One request as a transport received it. https://spec.graphql.org/September2025/#request</summary>
public sealed class GraphQLRequest(ReadOnlyMemory<byte> query)
{
    public GraphQLRequest(string query)
        : this(Encoding.UTF8.GetBytes(query)) { }

    /// <summary>The document as UTF-8. The memory may be reused after the operation has ended: what is cached is a copy.</summary>
    public ReadOnlyMemory<byte> Query { get; } = query;

    /// <summary>Needed only when the document has several operations; empty counts as absent.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object, JSON null or absent.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>Read by the transport's own features, not by the engine.</summary>
    public JsonElement? Extensions { get; init; }
}
