using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>A document that was parsed and validated: refused with errors, or ready with its operations.</summary>
internal sealed class CachedDocument
{
    private readonly Dictionary<string, PlannedOperation> operations = new(StringComparer.Ordinal);
    private readonly PlannedOperation? onlyOperation;

    public CachedDocument(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    public CachedDocument(OperationPlanner planner)
    {
        Errors = [];
        foreach (var definition in planner.Document.Definitions.OfType<OperationDefinitionNode>())
            operations.Add(definition.Name?.Value ?? "", new PlannedOperation(planner, definition));
        if (operations.Count == 1)
            onlyOperation = operations.Values.First();
    }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The error of an operation whose text alone gives more than it may; null when none does.</summary>
    public GraphQLError? FindOversized(DocumentLimits limits) =>
        operations
            .Values.Select(operation => operation.Inputs.InText.Refuse(limits, operation.Document, operation.Definition))
            .FirstOrDefault(refusal => refusal is not null);

    /// <summary>https://spec.graphql.org/September2025/#GetOperation()</summary>
    public PlannedOperation? FindOperation(string? name, out GraphQLError? error)
    {
        error = null;
        if (string.IsNullOrEmpty(name))
        {
            if (onlyOperation is null)
                error = NotFound("Must provide operation name if query contains multiple operations.");
            return onlyOperation;
        }
        if (operations.TryGetValue(name, out var operation))
            return operation;
        error = NotFound($"Unknown operation named \"{MessageText.Name(name)}\".");
        return null;
    }

    private static GraphQLError NotFound(string message) => new(message) { Code = ErrorCodes.OperationNotFound };
}
