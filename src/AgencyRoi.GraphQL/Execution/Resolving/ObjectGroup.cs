using AgencyRoi.GraphQL.Execution.Planning;

namespace AgencyRoi.GraphQL.Execution.Resolving;

/// <summary>
/// All objects of one type that one selection set is read of, in the order of their paths, and the columns of values found for
/// them. The rows of a group are what a batch resolver gets in one call.
/// </summary>
internal sealed class ObjectGroup(PlannedSelectionSet selectionSet)
{
    public PlannedSelectionSet SelectionSet { get; } = selectionSet;

    public List<object> Parents { get; } = [];

    /// <summary>One for each of <see cref="PlannedSelectionSet.Columns"/>; empty until the level runs.</summary>
    public FieldColumn[] Columns { get; private set; } = [];

    public void CreateColumns()
    {
        var columns = new FieldColumn[SelectionSet.Columns.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new FieldColumn(SelectionSet.Columns[i], this);
        Columns = columns;
    }
}
