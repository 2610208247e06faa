using System.Collections;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Planning;

namespace AgencyRoi.GraphQL.Execution.Resolving;

/// <summary>The values of one field for all parents of a group, and the objects in those values that have columns of their own.</summary>
internal sealed class FieldColumn(PlannedField field, ObjectGroup parents)
{
    private Dictionary<int, List<GraphQLError>>? reports;

    public PlannedField Field { get; } = field;

    public ObjectGroup Parents { get; } = parents;

    /// <summary>By row of the parents; a <see cref="FieldFailure"/> where the resolver failed.</summary>
    public object?[] Values { get; } = new object?[parents.Parents.Count];

    public IReadOnlyDictionary<string, object?> Arguments { get; set; } = null!; // Set before the resolver runs.

    /// <summary>The objects below; null when the writer needs nothing but the values.</summary>
    public ChildRows? Children { get; private set; }

    /// <summary>Takes what a batch resolver returned.</summary>
    public void Take(IReadOnlyList<object?> results)
    {
        if (results.Count != Values.Length)
        {
            FailAll(
                new InvalidOperationException(
                    $"The batch resolver of \"{Field.ParentType}.{Field.Definition.Name}\" returned {results.Count} results for {Values.Length} parents."
                )
            );
            return;
        }
        for (var i = 0; i < Values.Length; i++)
            Values[i] = results[i] is GraphQLException failure ? new FieldFailure(failure) : results[i];
    }

    public void FailAll(Exception exception) => Array.Fill(Values, new FieldFailure(exception));

    public void Report(int row, GraphQLError error)
    {
        // Resolvers of one level may run on several threads.
        lock (Values)
        {
            reports ??= [];
            if (!reports.TryGetValue(row, out var errors))
                reports.Add(row, errors = []);
            errors.Add(error);
        }
    }

    public IReadOnlyList<GraphQLError> ReportsOf(int row) => reports?.GetValueOrDefault(row) ?? (IReadOnlyList<GraphQLError>)[];

    public bool HasReports => reports is not null;

    /// <summary>Reads lazy sequences to their end while the host's unit of work is still open, and gathers the objects of the next level.</summary>
    public void Close(AbstractTypes abstractTypes, List<ObjectGroup> nextLevel)
    {
        if (Field.Shape.Kind == ShapeKind.List)
        {
            for (var row = 0; row < Values.Length; row++)
                Values[row] = Materialize(Field.Shape, Values[row]);
        }
        if (Field.HasColumnsBelow)
            Children = ChildRows.Gather(this, abstractTypes, nextLevel);
    }

    private static object? Materialize(OutputShape shape, object? value)
    {
        if (value is null or FieldFailure or string || shape.Kind != ShapeKind.List || value is not IEnumerable sequence)
            return value;
        try
        {
            var list = value as IList ?? (IList)sequence.Cast<object?>().ToList();
            if (shape.Item!.Kind == ShapeKind.List) // A list has an item.
            {
                var lists = new List<object?>(list.Count);
                foreach (var inner in list)
                    lists.Add(Materialize(shape.Item, inner));
                return lists;
            }
            return list;
        }
        catch (Exception exception)
        {
            return new FieldFailure(exception);
        }
    }
}

/// <summary>Stands where a value would be: the resolver failed.</summary>
internal sealed class FieldFailure(Exception exception)
{
    public Exception Exception { get; } = exception;
}
