using System.Runtime.CompilerServices;
using System.Text.Json;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Execution.Resolving;
using AgencyRoi.GraphQL.Execution.Writing;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Opens the source stream and executes the operation for each of its events: an operation of its own, with its own loaders, time and
/// unit of work. https://spec.graphql.org/September2025/#sec-Subscription
/// </summary>
internal sealed class SubscriptionExecution(
    OperationPlan plan,
    JsonElement? given,
    IReadOnlyDictionary<string, object?> variables,
    IReadOnlyDictionary<string, double>? inputWeights,
    OperationContext context,
    ExecutionOptions options
)
{
    public async IAsyncEnumerable<GraphQLResponse> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (source, refusal) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (source is null)
        {
            yield return refusal!; // Either of the two is there.
            yield break;
        }
        var events = source.GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                var (isOver, failure) = await MoveNextAsync(events, cancellationToken).ConfigureAwait(false);
                if (failure is not null)
                    yield return failure;
                if (isOver)
                    yield break;
                var execution = new OperationExecution(plan, variables, context, options, cancellationToken)
                {
                    InputWeights = inputWeights,
                    GivenVariables = given,
                };
                yield return await Executor.ExecuteAsync(execution, events.Current ?? context.RootValue).ConfigureAwait(false);
            }
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#CreateSourceEventStream()</summary>
    private async ValueTask<(IAsyncEnumerable<object?>? Source, GraphQLResponse? Refusal)> OpenAsync(CancellationToken cancellationToken)
    {
        using var execution = new OperationExecution(plan, variables, context, options, cancellationToken) { GivenVariables = given };
        var root = new ObjectGroup(plan.Root);
        root.Parents.Add(context.RootValue);
        root.CreateColumns();
        var column = root.Columns[0]; // Validation allows one root field, and it is not an introspection field.
        try
        {
            column.Arguments = column.Field.Arguments.Coerce(variables);
            if (column.Field.Guard?.RefusalIn(execution) is { } refused)
                throw refused;
            if (column.Field.Definition.Resolver is not FieldResolver.Subscribe subscribe)
                throw new InvalidOperationException($"\"{column.Field.ParentType}.{column.Field.Definition.Name}\" has no source stream.");
            return (await subscribe.Open(new ResolverContext(execution, column, 0)).ConfigureAwait(false), null);
        }
        catch (Exception exception)
        {
            ThrowIfCutOff(exception, cancellationToken);
            var errors = new ErrorCollector(options, context.Lifecycle);
            errors.Add(exception, column.Field, [column.Field.ResponseName]);
            return (null, ResponseWriter.RequestErrors(errors.Errors, context.RequestId));
        }
    }

    /// <summary>A source that fails ends the stream with an error.</summary>
    private async ValueTask<(bool IsOver, GraphQLResponse? Failure)> MoveNextAsync(
        IAsyncEnumerator<object?> events,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (!await events.MoveNextAsync().ConfigureAwait(false), null);
        }
        catch (Exception exception)
        {
            ThrowIfCutOff(exception, cancellationToken);
            var errors = new ErrorCollector(options, context.Lifecycle);
            errors.Add(exception);
            return (true, ResponseWriter.RequestErrors(errors.Errors, context.RequestId));
        }
    }

    /// <summary>Whatever a source says to being cut off, or in that moment, the stream was cancelled: whoever did it knows why and tells the caller.</summary>
    private static void ThrowIfCutOff(Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            throw new OperationCanceledException("The stream was cut off.", exception, cancellationToken);
    }
}
