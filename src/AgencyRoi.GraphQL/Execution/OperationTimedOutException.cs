using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Execution.Resolving;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>The operation's time is over.</summary>
internal sealed class OperationTimedOutException() : OperationCanceledException("The operation took longer than it is allowed to.")
{
    /// <summary>The field that had not ended; null where that is known otherwise.</summary>
    public PlannedField? Field { get; private init; }

    /// <summary>The keys down to it, or to the first list above it: which item was read is not known of all at once.</summary>
    public IReadOnlyList<object> Path { get; private init; } = [];

    /// <param name="plan">Where the fields are looked up.</param>
    /// <param name="level">The columns that ran when time was over.</param>
    public static OperationTimedOutException In(OperationPlan plan, IReadOnlyList<FieldColumn> level) =>
        level.FirstOrDefault(column => column.Values.Any(IsCancelled))?.Field is { } field && PathTo(field, plan.Root) is { } path
            ? new() { Field = field, Path = path }
            : new();

    private static bool IsCancelled(object? value) => value is FieldFailure { Exception: OperationCanceledException };

    private static IReadOnlyList<object>? PathTo(PlannedField wanted, PlannedSelectionSet selectionSet)
    {
        foreach (var field in selectionSet.Fields)
        {
            if (field == wanted)
                return [field.ResponseName];
            foreach (var below in field.SelectionSets)
                if (PathTo(wanted, below) is { } rest)
                    return field.Shape.Kind == ShapeKind.List ? [field.ResponseName] : [field.ResponseName, .. rest];
        }
        return null;
    }
}
