using System.Runtime.CompilerServices;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Execution.Resolving;
using AgencyRoi.GraphQL.Execution.Writing;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL;

/// <summary>
/// Executes requests against one schema. Made once and shared: it is safe for any number of threads, and keeps the documents it
/// has seen parsed, validated and planned.
/// </summary>
public sealed class GraphQLEngine(Schema schema, ExecutionOptions? options = null)
{
    private readonly ExecutionOptions options = options ?? new ExecutionOptions();
    private readonly DocumentsById documents = new(
        new DocumentLoader(schema, options ?? new ExecutionOptions()),
        options ?? new ExecutionOptions()
    );

    public Schema Schema => schema;

    /// <summary>
    /// Answers a query or a mutation. Every problem of the request or its fields is in the answer; the only exception that
    /// comes out is the caller's own cancellation.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; what had begun was ended through the lifecycle's hooks.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(
        GraphQLRequest request,
        OperationContext context,
        CancellationToken cancellationToken = default
    )
    {
        var prepared = Prepare(request, context, context.AllowedOperations & AllowedOperations.QueryAndMutation, out var errors);
        if (prepared is not { } operation)
            return new(Refuse(context, errors));
        if (context.Cost == CostMode.Validate)
            return new(ResponseWriter.Priced(operation.Cost, context));
        return Executor.ExecuteAsync(Execution(request, operation, context, cancellationToken), context.RootValue);
    }

    /// <summary>
    /// Answers a subscription with one response for each event, until the source ends or the caller stops reading. A query or a mutation
    /// is answered once, and so is a request with errors.
    /// </summary>
    public async IAsyncEnumerable<GraphQLResponse> SubscribeAsync(
        GraphQLRequest request,
        OperationContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var prepared = Prepare(request, context, context.AllowedOperations, out var errors);
        if (prepared is not { } operation)
        {
            yield return Refuse(context, errors);
        }
        else if (context.Cost == CostMode.Validate)
        {
            yield return ResponseWriter.Priced(operation.Cost, context);
        }
        else if (operation.Plan.Operation.Kind != OperationType.Subscription)
        {
            var execution = Execution(request, operation, context, cancellationToken);
            yield return await Executor.ExecuteAsync(execution, context.RootValue).ConfigureAwait(false);
        }
        else
        {
            var subscription = new SubscriptionExecution(
                operation.Plan,
                request.Variables?.Clone(),
                operation.Variables,
                operation.InputWeights,
                context,
                options
            );
            await foreach (var response in subscription.RunAsync(cancellationToken).ConfigureAwait(false))
                yield return response;
        }
    }

    /// <summary>What comes before execution, without I/O: parse, validate, pick the operation, coerce its variables, plan it, price and admit it.</summary>
    private PreparedOperation? Prepare(
        GraphQLRequest request,
        OperationContext context,
        AllowedOperations allowed,
        out IReadOnlyList<GraphQLError> errors
    )
    {
        var document = documents.Find(request, context.TrustedDocumentsOnly, context.Budget, out var operationName);
        errors = document.Errors;
        if (errors.Count > 0)
            return null;

        var operation = document.FindOperation(operationName, out var unknownOperation);
        if (operation is null)
            return Refused(unknownOperation!, out errors); // No operation is an error.
        if (!IsAllowed(operation.Kind, allowed))
            return Refused(NotAllowed(operation.Kind), out errors);

        var limits = options.Validation.Limits;
        var size = operation.Inputs.With(request.Variables, limits.MaxListLength);
        if (size.Refuse(limits, operation.Document, operation.Definition) is { } oversized)
            return Refused(oversized, out errors);
        var variables = VariableCoercion.Coerce(operation.Document, operation.Variables, request.Variables, limits, out errors);
        if (errors.Count > 0)
            return null;
        if (operation.FindNullCondition(variables) is { } condition)
            return Refused(NullCondition(condition), out errors);
        var plan = operation.PlanFor(variables);
        var inputWeights = operation.WeighedVariables?.In(request.Variables);
        if (
            Admission.Refuse(plan, new Sizes(variables) { InputWeights = inputWeights }, options.Cost, context, out var cost) is { } refusal
        )
            return Refused(refusal, out errors);
        if (context.Cost != CostMode.Validate && operation.DeprecatedUse?.With(request.Variables) is { Count: > 0 } deprecated)
            context.Lifecycle.OnDeprecatedUse(deprecated);
        return new PreparedOperation(plan, variables, inputWeights, cost);
    }

    private OperationExecution Execution(
        GraphQLRequest request,
        PreparedOperation operation,
        OperationContext context,
        CancellationToken cancellationToken
    ) =>
        new(operation.Plan, operation.Variables, context, options, cancellationToken)
        {
            Request = request,
            GivenVariables = request.Variables,
            RequestedCost = operation.Cost,
            InputWeights = operation.InputWeights,
        };

    private GraphQLResponse Refuse(OperationContext context, IReadOnlyList<GraphQLError> errors) =>
        ResponseWriter.RequestErrors(options.ErrorFilter is { } filter ? [.. errors.Select(filter)] : errors, context.RequestId);

    private static PreparedOperation? Refused(GraphQLError error, out IReadOnlyList<GraphQLError> errors)
    {
        errors = [error];
        return null;
    }

    private static bool IsAllowed(OperationType kind, AllowedOperations allowed) =>
        allowed.HasFlag(
            kind switch
            {
                OperationType.Query => AllowedOperations.Query,
                OperationType.Mutation => AllowedOperations.Mutation,
                _ => AllowedOperations.Subscription,
            }
        );

    private static GraphQLError NotAllowed(OperationType kind) =>
        new($"A {kind.ToString().ToLowerInvariant()} is not accepted here.") { Code = ErrorCodes.OperationNotAllowed };

    private static GraphQLError NullCondition(string variable) =>
        new($"Argument \"if\" of non-null type \"Boolean!\" must not be null: variable \"${variable}\".") { Code = ErrorCodes.BadInput };

    private readonly record struct PreparedOperation(
        OperationPlan Plan,
        IReadOnlyDictionary<string, object?> Variables,
        IReadOnlyDictionary<string, double>? InputWeights,
        long Cost
    );
}
