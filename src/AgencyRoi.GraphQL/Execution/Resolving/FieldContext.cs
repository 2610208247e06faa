using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Resolving;

/// <summary>What a resolver sees of the operation.</summary>
internal abstract class FieldContext(OperationExecution execution, FieldColumn column) : IFieldContext
{
    protected FieldColumn Column { get; } = column;

    public Schema Schema => execution.Plan.Planner.Schema;

    public FieldDefinition Field => Column.Field.Definition;

    public ISelection Selection => Column.Field;

    public IServiceProvider Services => execution.Context.Services;

    public IReadOnlyDictionary<string, object?> Arguments => Column.Arguments;

    public DataLoaderScope DataLoaders => execution.DataLoaders;

    public CancellationToken CancellationToken => execution.CancellationToken;

    public bool IsSelected(params ReadOnlySpan<string> path) => IsSelected(Column.Field, path);

    private bool IsSelected(PlannedField field, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return true;
        foreach (var type in Schema.GetPossibleTypes(field.Definition.Type.Unwrapped))
        {
            foreach (var below in field.SelectionSetOf(type).Fields)
            {
                if (below.Definition.Name == path[0] && IsSelected(below, path[1..]))
                    return true;
            }
        }
        return false;
    }
}

internal sealed class ResolverContext(OperationExecution execution, FieldColumn column, int row)
    : FieldContext(execution, column),
        IResolverContext
{
    public object? Parent => Column.Parents.Parents[row];

    public void ReportError(GraphQLError error) => Column.Report(row, error);
}

internal sealed class BatchResolverContext(OperationExecution execution, FieldColumn column)
    : FieldContext(execution, column),
        IBatchResolverContext
{
    public IReadOnlyList<object> Parents => Column.Parents.Parents;
}
