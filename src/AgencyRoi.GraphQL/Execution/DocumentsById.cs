using System.Security.Cryptography;
using System.Text;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Finds the document of a request that names it by an id: one that came with the host, or one that a caller sent before together with its
/// hash. What callers left is kept for this engine alone, so that nobody runs a document of another schema; in bounds, so that a flood of
/// them costs nothing but itself; and only once it has proven valid.
/// </summary>
internal sealed class DocumentsById(DocumentLoader documents, ExecutionOptions options)
{
    private const string HashPrefix = "sha256:";
    private const int HashLength = 71; // The prefix and 64 hexadecimal digits.

    private static readonly CachedDocument NotTrusted = Refusal(ErrorCodes.DocumentNotTrusted, "Only trusted documents are run here.");

    // In these words clients of automatic persisted queries know that they have to send the document.
    private static readonly CachedDocument NotFound = Refusal(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound");

    // The rule that it breaks is not told: that would name members of a schema that is not the caller's.
    private static readonly CachedDocument OfAnotherSchema = Refusal(
        ErrorCodes.ValidationError,
        "The document of this id does not fit the schema that you are answered with: it is meant for callers of another one."
    );

    private static readonly CachedDocument Mismatch = Refusal(ErrorCodes.BadInput, "The document is not the one that its id stands for.");

    private static readonly CachedDocument OtherOperation = Refusal(
        ErrorCodes.OperationNotFound,
        "The document's id stands for another operation."
    );

    private readonly DocumentCache left = new("documents by hash", options.CachedDocuments, options.CachedDocumentBytes);

    public CachedDocument Find(GraphQLRequest request, bool trustedOnly, OperationBudget? budget, out string? operationName)
    {
        operationName = request.OperationName;
        if (request.DocumentId is not { } id)
            return trustedOnly ? NotTrusted : documents.Load(request.Query, budget);
        if (options.TrustedDocuments.TryGetValue(id, out var trusted))
            return Find(trusted, request, out operationName);
        if (trustedOnly)
            return NotTrusted;
        return request.Query.IsEmpty ? Find(id) : Keep(id, request.Query, budget);
    }

    private CachedDocument Find(TrustedDocument trusted, GraphQLRequest request, out string? operationName)
    {
        operationName = trusted.OperationName ?? request.OperationName;
        if (!request.Query.IsEmpty && !request.Query.Span.SequenceEqual(trusted.Text.Span))
            return Mismatch;
        if (!string.IsNullOrEmpty(request.OperationName) && request.OperationName != operationName)
            return OtherOperation;
        var document = documents.Load(trusted.Text);
        return document.Errors.Count > 0 ? OfAnotherSchema : document;
    }

    private CachedDocument Find(string id) => id.Length == HashLength && left.TryGet(Key(id), out var document) ? document : NotFound;

    private CachedDocument Keep(string id, ReadOnlyMemory<byte> text, OperationBudget? budget)
    {
        if (id != HashPrefix + Convert.ToHexStringLower(SHA256.HashData(text.Span)))
            return Mismatch;
        var document = documents.Load(text, budget);
        if (document.Errors.Count == 0)
            left.Add(Key(id), document, text.Length);
        return document;
    }

    private static byte[] Key(string id) => Encoding.UTF8.GetBytes(id);

    private static CachedDocument Refusal(string code, string message) => new([new GraphQLError(message) { Code = code }]);
}
