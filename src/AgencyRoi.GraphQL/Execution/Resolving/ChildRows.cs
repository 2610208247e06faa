using System.Collections;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Resolving;

/// <summary>
/// The objects in a column's values, numbered in the order in which the writer will come to them. The writer walks the same
/// values again and counts along; where an error makes it leave a list early, it looks up from where to count on.
/// </summary>
internal sealed class ChildRows
{
    private readonly int[] firstRows;
    private readonly List<ChildRow> rows = [];

    private ChildRows(int parents) => firstRows = new int[parents];

    /// <summary>The row that the writer comes to next.</summary>
    public int Next { get; set; }

    public static ChildRows Gather(FieldColumn column, AbstractTypes abstractTypes, List<ObjectGroup> nextLevel)
    {
        var children = new ChildRows(column.Values.Length);
        var groups = new Groups(column.Field, abstractTypes, nextLevel);
        var count = 0;
        foreach (var value in column.Values)
            count += Count(column.Field.Shape, value);
        children.rows.Capacity = count;
        for (var parent = 0; parent < column.Values.Length; parent++)
        {
            children.firstRows[parent] = children.rows.Count;
            children.Add(column.Field.Shape, column.Values[parent], groups);
        }
        return children;
    }

    public ChildRow TakeNext() => rows[Next++];

    /// <summary>The writer comes to the value of that parent.</summary>
    public void StartAt(int parent) => Next = firstRows[parent];

    /// <summary>How many rows a value has.</summary>
    public static int Count(OutputShape shape, object? value)
    {
        if (value is null or FieldFailure)
            return 0;
        if (shape.Kind != ShapeKind.List)
            return 1;
        var count = 0;
        if (value is IList list)
        {
            for (var i = 0; i < list.Count; i++)
                count += Count(shape.Item!, list[i]); // A list has an item.
        }
        return count;
    }

    private void Add(OutputShape shape, object? value, Groups groups)
    {
        if (value is null or FieldFailure)
            return;
        if (shape.Kind != ShapeKind.List)
        {
            rows.Add(groups.Place(shape, value));
            return;
        }
        if (value is IList list)
        {
            for (var i = 0; i < list.Count; i++)
                Add(shape.Item!, list[i], groups); // A list has an item.
        }
    }

    /// <summary>Sorts objects into one group for each of their types.</summary>
    private sealed class Groups(PlannedField field, AbstractTypes abstractTypes, List<ObjectGroup> nextLevel)
    {
        private readonly List<(ObjectType Type, ObjectGroup? Group)> byType = [];

        public ChildRow Place(OutputShape shape, object value)
        {
            ObjectType? type;
            try
            {
                type = shape.Object ?? abstractTypes.Resolve(shape.Type, value);
            }
            catch (Exception exception)
            {
                return new ChildRow(null, null, 0, exception);
            }
            if (type is null || GroupOf(type) is not { } group)
                return new ChildRow(type, null, 0);
            group.Parents.Add(value);
            return new ChildRow(type, group, group.Parents.Count - 1);
        }

        private ObjectGroup? GroupOf(ObjectType type)
        {
            foreach (var (known, group) in byType)
            {
                if (known == type)
                    return group;
            }
            var selectionSet = field.SelectionSetOf(type);
            var opened = selectionSet.Columns.Length > 0 ? new ObjectGroup(selectionSet) : null;
            if (opened is not null)
                nextLevel.Add(opened);
            byType.Add((type, opened));
            return opened;
        }
    }
}

/// <summary>An object's type (null: no possible type claims it, or asking failed) and its place in a group (null: nothing of it is resolved ahead).</summary>
internal readonly record struct ChildRow(ObjectType? Type, ObjectGroup? Group, int Row, Exception? Failure = null);
