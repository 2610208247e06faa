using AgencyRoi.GraphQL.Execution.Resolving;
using AgencyRoi.GraphQL.Execution.Writing;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Root fields one after another, each with its write in a unit of work of its own and its payload read after the write is safe.
/// A field that ran out of time fails alone: what the fields before it did stands and is shown.
/// https://spec.graphql.org/September2025/#sec-Mutation
/// </summary>
internal static class MutationExecution
{
    public static async ValueTask ResolveAsync(OperationExecution execution, ObjectGroup root, ErrorCollector errors)
    {
        foreach (var column in root.Columns)
        {
            if (execution.HasTimedOut)
            {
                column.FailAll(new OperationTimedOutException());
                continue;
            }
            if (await WriteAsync(execution, column, errors).ConfigureAwait(false))
                await ReadPayloadAsync(execution, column, errors).ConfigureAwait(false);
            execution.ThrowIfCancelledByCaller();
        }
    }

    /// <summary>Runs the field's resolver in a unit of work. False when there is no payload to read.</summary>
    private static async ValueTask<bool> WriteAsync(OperationExecution execution, FieldColumn column, ErrorCollector errors)
    {
        var lifecycle = execution.Context.Lifecycle;
        var field = column.Field.Definition;
        try
        {
            await lifecycle.BeginMutationFieldAsync(field, execution.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(execution, column, exception);
            return false;
        }

        await execution.Runner.RunAsync([column]).ConfigureAwait(false);
        if (execution.CancellationToken.IsCancellationRequested)
            Fail(execution, column, new OperationCanceledException(execution.CancellationToken));

        if (column.Values[0] is not (FieldFailure or IMutationResult { HasErrors: true }))
        {
            execution.HasBegunToCommit = true;
            try
            {
                await lifecycle.CommitMutationFieldAsync(field).ConfigureAwait(false);
                return true;
            }
            catch (Exception exception)
            {
                Fail(execution, column, exception);
            }
        }
        await errors.GuardAsync(() => lifecycle.RollbackMutationFieldAsync(field)).ConfigureAwait(false);
        return column.Values[0] is not FieldFailure;
    }

    /// <summary>What goes wrong here makes the field null and leaves the write as it is.</summary>
    private static async ValueTask ReadPayloadAsync(OperationExecution execution, FieldColumn column, ErrorCollector errors)
    {
        var below = new List<ObjectGroup>();
        column.Close(execution.Plan.Planner.AbstractTypes, below);
        if (below.Count == 0)
            return;

        var lifecycle = execution.Context.Lifecycle;
        var field = column.Field.Definition;
        try
        {
            await lifecycle.BeginPayloadReadAsync(field, execution.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(execution, column, exception);
            return;
        }
        try
        {
            await Executor.ResolveLevelsAsync(execution, below).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!execution.IsCancelledByCaller)
        {
            Fail(execution, column, exception);
        }
        finally
        {
            await errors.GuardAsync(() => lifecycle.EndPayloadReadAsync(field)).ConfigureAwait(false);
        }
    }

    private static void Fail(OperationExecution execution, FieldColumn column, Exception exception) =>
        column.FailAll(exception is OperationCanceledException && execution.HasTimedOut ? new OperationTimedOutException() : exception);
}
