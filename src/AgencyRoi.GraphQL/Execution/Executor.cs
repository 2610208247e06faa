using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Execution.Resolving;
using AgencyRoi.GraphQL.Execution.Writing;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Runs a plan in two phases: resolve, level by level, everything that is not pure; then write the answer in one go.
/// https://spec.graphql.org/September2025/#sec-Execution
/// </summary>
internal static class Executor
{
    public static ValueTask<GraphQLResponse> ExecuteAsync(OperationExecution execution, object rootValue) =>
        EngineTelemetry.WatchesOperations ? WatchedAsync(execution, rootValue) : AnswerAsync(execution, rootValue);

    // A method of its own: what the lambda captures would be allocated for unwatched operations too.
    private static ValueTask<GraphQLResponse> WatchedAsync(OperationExecution execution, object rootValue) =>
        EngineTelemetry.WatchAsync(execution, () => AnswerAsync(execution, rootValue));

    private static ValueTask<GraphQLResponse> AnswerAsync(OperationExecution execution, object rootValue)
    {
        // Nothing to resolve, nothing to await: the whole answer is written on this stack.
        if (execution.Plan.Root.Columns.Length == 0)
            return new(Write(execution, rootValue, null, new ErrorCollector(execution.Options, execution.Context.Lifecycle)));
        return ResolveAndWriteAsync(execution, rootValue);
    }

    private static async ValueTask<GraphQLResponse> ResolveAndWriteAsync(OperationExecution execution, object rootValue)
    {
        using (execution)
        {
            var errors = new ErrorCollector(execution.Options, execution.Context.Lifecycle);
            var root = new ObjectGroup(execution.Plan.Root);
            root.Parents.Add(rootValue);
            root.CreateColumns();
            var cache = execution.ResponseCache;
            try
            {
                if (
                    cache is not null
                    && await cache.FindAsync(execution.Request!, execution.Context, execution.CancellationToken).ConfigureAwait(false)
                        is { } kept
                )
                {
                    Admission.SettleAt(execution, kept.Cost);
                    return new GraphQLResponse(kept.Body);
                }
                if (execution.Plan.Operation.Kind == OperationType.Mutation)
                    await MutationExecution.ResolveAsync(execution, root, errors).ConfigureAwait(false);
                else
                    await ResolveQueryAsync(execution, root, errors, cache).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (execution.IsCancelledByCaller)
            {
                throw;
            }
            catch (Exception exception)
            {
                var timedOut = exception is OperationCanceledException and not OperationTimedOutException && execution.HasTimedOut;
                errors.Add(timedOut ? new OperationTimedOutException() : exception);
                return ResponseWriter.RequestErrors(errors.Errors, execution.Context.RequestId);
            }
            var response = Write(execution, rootValue, root, errors);
            if (response.Errors.Count == 0 && execution.Context.ResponseExtensions is not { Count: > 0 })
                cache?.Keep(new(response.Written.ToArray(), execution.ActualCost));
            return response;
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Query, within one unit of work of the host.</summary>
    private static async ValueTask ResolveQueryAsync(
        OperationExecution execution,
        ObjectGroup root,
        ErrorCollector errors,
        ResponseCache? cache
    )
    {
        var lifecycle = execution.Plan.NeedsUnitOfWork ? execution.Context.Lifecycle : OperationLifecycle.None;
        if (lifecycle == OperationLifecycle.None)
        {
            // No hook, and no clock that nobody looks at.
            if (cache is not null)
                await cache.BeginAsync(execution.CancellationToken).ConfigureAwait(false);
            await ResolveLevelsAsync(execution, [root]).ConfigureAwait(false);
            return;
        }
        await lifecycle.BeginQueryAsync(execution.CancellationToken).ConfigureAwait(false);
        try
        {
            if (cache is not null)
                await cache.BeginAsync(execution.CancellationToken).ConfigureAwait(false);
            await ResolveLevelsAsync(execution, [root]).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await errors.GuardAsync(() => lifecycle.EndQueryAsync(success: false)).ConfigureAwait(false);
            throw;
        }
        await lifecycle.EndQueryAsync(success: true).ConfigureAwait(false);
    }

    /// <summary>Resolves groups whose columns are open or not yet, and everything below them.</summary>
    public static async ValueTask ResolveLevelsAsync(OperationExecution execution, List<ObjectGroup> level)
    {
        var columns = new List<FieldColumn>();
        while (level.Count > 0)
        {
            columns.Clear();
            foreach (var group in level)
            {
                if (group.Columns.Length == 0)
                    group.CreateColumns();
                columns.AddRange(group.Columns);
            }
            await execution.Runner.RunAsync(columns).ConfigureAwait(false);
            execution.ThrowIfCancelledByCaller();
            if (execution.HasTimedOut)
                throw OperationTimedOutException.In(execution.Plan, columns);

            var nextLevel = new List<ObjectGroup>();
            foreach (var column in columns)
                column.Close(execution.Plan.Planner.AbstractTypes, nextLevel);
            level = nextLevel;
        }
    }

    private static GraphQLResponse Write(OperationExecution execution, object rootValue, ObjectGroup? root, ErrorCollector errors)
    {
        var plan = execution.Plan;
        var output = new ResultBuffer(plan.SizeHint) { DecimalsAsStrings = execution.Context.DecimalsAsStrings };
        output.WriteRaw(ResponseWriter.DataKey);
        var writer = new ResultWriter(output, plan.Planner.AbstractTypes, errors);
        var isNull = !writer.WriteData(plan.Root, rootValue, root);
        plan.AnswerHadLength(output.Length);
        Admission.Settle(execution, writer.Cost - plan.Root.Weight);
        return ResponseWriter.Executed(output, errors.Errors, execution.Context, NothingStands(execution, root, isNull));
    }

    private static bool NothingStands(OperationExecution execution, ObjectGroup? root, bool isNull)
    {
        if (root is null)
            return false;
        var allFailed = Array.TrueForAll(root.Columns, column => column.Values[0] is FieldFailure);
        return execution.Plan.Operation.Kind == OperationType.Mutation ? allFailed && !execution.HasBegunToCommit : allFailed || isNull;
    }
}
