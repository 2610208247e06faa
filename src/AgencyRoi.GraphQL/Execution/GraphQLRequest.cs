using System.Text;
using System.Text.Json;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>One request as a transport received it. https://spec.graphql.org/September2025/#request</summary>
public sealed class GraphQLRequest(ReadOnlyMemory<byte> query)
{
    public GraphQLRequest(string query)
        : this(Encoding.UTF8.GetBytes(query)) { }

    /// <summary>The document as UTF-8; empty when the request names it by <see cref="DocumentId"/>. The memory may be reused after the operation has ended: what is cached is a copy.</summary>
    public ReadOnlyMemory<byte> Query { get; } = query;

    /// <summary>
    /// An id in place of the document: one of <see cref="ExecutionOptions.TrustedDocuments"/>, or <c>sha256:</c> with the hash of a document
    /// that was sent before. With a document beside it, the id is that document's hash, under which it is kept once it has proven valid.
    /// </summary>
    public string? DocumentId { get; init; }

    /// <summary>Needed only when the document has several operations; empty counts as absent.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object, JSON null or absent.</summary>
    public JsonElement? Variables { get; init; }
}
