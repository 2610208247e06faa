using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Planning;

namespace AgencyRoi.GraphQL.Execution.Writing;

/// <summary>Makes the errors of an operation out of what was thrown, shows them to the host and keeps what the client may see.</summary>
internal sealed class ErrorCollector(ExecutionOptions options, OperationLifecycle lifecycle)
{
    private HashSet<Exception>? told;
    private List<GraphQLError>? errors;

    public IReadOnlyList<GraphQLError> Errors => errors ?? (IReadOnlyList<GraphQLError>)[];

    /// <summary>An error of the whole operation.</summary>
    public void Add(Exception exception)
    {
        foreach (var error in ErrorsIn(exception))
            if (exception is OperationTimedOutException { Field: { } field, Path: var path })
                Add(error, field, path);
            else
                Keep(error);
    }

    /// <summary>An error of a field. https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors</summary>
    public void Add(Exception exception, PlannedField field, IReadOnlyList<object> path)
    {
        foreach (var error in ErrorsIn(exception))
            Add(error, field, path);
    }

    public void Add(GraphQLError error, PlannedField field, IReadOnlyList<object> path) =>
        Keep(
            new GraphQLError(error.Message)
            {
                Locations = error.Locations.Count > 0 ? error.Locations : field.Locations,
                Path = path,
                Code = error.Code,
                Extensions = error.Extensions,
                Exception = error.Exception,
            }
        );

    /// <summary>A hook that ends something which has failed already: what it throws is told to the host and hides nothing.</summary>
    public async ValueTask GuardAsync(Func<ValueTask> ending)
    {
        try
        {
            await ending().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            lifecycle.OnException(exception, ErrorsIn(exception)[0]);
        }
    }

    private static IReadOnlyList<GraphQLError> ErrorsIn(Exception exception) =>
        exception switch
        {
            GraphQLException { Errors.Count: > 0 } known => known.Errors,
            OperationTimedOutException => [new GraphQLError(exception.Message) { Code = ErrorCodes.Timeout }],
            _ => [new GraphQLError("Unexpected Execution Error") { Code = ErrorCodes.Internal, Exception = exception }],
        };

    private void Keep(GraphQLError error)
    {
        var described = lifecycle.AsShown(error);
        var shown = options.ErrorFilter?.Invoke(described) ?? described;
        // One failed load may be the error of a thousand fields; the log needs it once.
        if (shown.Exception is { } exception && (told ??= new(ReferenceEqualityComparer.Instance)).Add(exception))
            lifecycle.OnException(exception, shown);
        (errors ??= []).Add(shown);
    }
}
