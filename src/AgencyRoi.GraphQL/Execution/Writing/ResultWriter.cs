using System.Collections;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Execution.Resolving;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Writing;

/// <summary>
/// Writes <c>data</c> depth first: values resolved ahead come from the columns, pure fields are read on the way. A method that
/// returns false has met a null where none may be: its caller cuts the buffer back and passes that on until a nullable place is found, which
/// becomes null. https://spec.graphql.org/September2025/#CompleteValue()
/// </summary>
internal sealed class ResultWriter(ResultBuffer output, AbstractTypes abstractTypes, ErrorCollector errors)
{
    private readonly ResponsePath path = new();
    private HashSet<PlannedSelectionSet>? weighedReads;

    /// <summary>The weights of the objects written, the root among them, and of the fields read on the way.</summary>
    public double Cost { get; private set; }

    /// <summary>Writes the root object, or null: then false.</summary>
    public bool WriteData(PlannedSelectionSet selectionSet, object rootValue, ObjectGroup? group)
    {
        var start = output.Length;
        if (WriteObject(selectionSet, rootValue, new ChildRow(selectionSet.Type, group, 0)))
            return true;
        output.CutBackTo(start);
        output.WriteNull();
        return false;
    }

    private bool WriteObject(PlannedSelectionSet selectionSet, object parent, ChildRow row)
    {
        Cost += selectionSet.Weight;
        if (selectionSet.ReadWeight > 0 && (weighedReads ??= []).Add(selectionSet))
            Cost += selectionSet.ReadWeight;
        var fields = selectionSet.Fields;
        if (fields.Length == 0)
            output.WriteByte((byte)'{');
        var depth = path.Depth;
        var start = output.Length;
        var next = 0;
        while (next < fields.Length)
        {
            try
            {
                // One try block for all fields: entering one for each would cost more than writing a number.
                for (; next < fields.Length; next++)
                {
                    var field = fields[next];
                    output.WriteRaw(field.Prefix);
                    start = output.Length;
                    if (field.IsConstant)
                        continue;
                    if (!(field.Column == PlannedPlace.NoColumn ? WritePure(field, parent) : WriteColumn(field, row)))
                        return false;
                }
            }
            catch (Exception exception)
            {
                var field = fields[next++];
                path.CutBackTo(depth);
                path.Enter(field);
                errors.Add(exception, field, path.ToList());
                path.Leave();
                if (field.Shape.IsNonNull)
                    return false;
                output.CutBackTo(start);
                output.WriteNull();
            }
        }
        output.WriteByte((byte)'}');
        return true;
    }

    private bool WritePure(PlannedField field, object parent)
    {
        var pure = field.Pure!; // A field without a column is pure.
        if (pure.Write is not null)
        {
            pure.Write(parent, output);
            return true;
        }
        var value = pure.Read(parent);
        if (value is not null && field.Shape.Kind == ShapeKind.Scalar)
        {
            field.Shape.Scalar!.Write(value, output);
            return true;
        }
        path.Enter(field);
        var written = WriteValue(field, field.Shape, value, null);
        path.Leave();
        return written;
    }

    private bool WriteColumn(PlannedField field, ChildRow row)
    {
        var column = row.Group!.Columns[field.Column]; // An object whose type has columns is in a group.
        path.Enter(field);
        if (column.HasReports)
        {
            foreach (var error in column.ReportsOf(row.Row))
                errors.Add(error, field, path.ToList());
        }
        column.Children?.StartAt(row.Row);
        var written = WriteValue(field, field.Shape, column.Values[row.Row], column.Children);
        path.Leave();
        return written;
    }

    /// <summary>On false the buffer may hold a part of the value.</summary>
    private bool WriteValue(PlannedField field, OutputShape shape, object? value, ChildRows? rows)
    {
        var start = output.Length;
        var firstRow = rows?.Next ?? 0;
        if (TryWrite(field, shape, value, rows))
            return true;
        // Leaving a list early left some of its rows untouched.
        if (rows is not null)
            rows.Next = firstRow + ChildRows.Count(shape, value);
        if (shape.IsNonNull)
            return false;
        output.CutBackTo(start);
        output.WriteNull();
        return true;
    }

    private bool TryWrite(PlannedField field, OutputShape shape, object? value, ChildRows? rows)
    {
        switch (value)
        {
            case null:
                return !shape.IsNonNull ? WriteNull() : Refuse(field, NullInNonNull(field));
            case FieldFailure failure:
                return Refuse(field, failure.Exception);
        }
        switch (shape.Kind)
        {
            case ShapeKind.Scalar:
                shape.Scalar!.Write(value, output);
                return true;
            case ShapeKind.Enum:
                return WriteEnum(field, shape, value);
            case ShapeKind.List:
                return WriteList(field, shape, value, rows);
            default:
                var row = rows?.TakeNext() ?? new ChildRow(shape.Object ?? abstractTypes.Resolve(shape.Type, value), null, 0);
                return row.Type is null
                    ? Refuse(field, row.Failure ?? UnknownType(shape, value))
                    : WriteObject(field.SelectionSetOf(row.Type), value, row);
        }
    }

    private bool WriteNull()
    {
        output.WriteNull();
        return true;
    }

    private bool WriteEnum(PlannedField field, OutputShape shape, object value)
    {
        if (!shape.EnumNames!.TryGetValue(value, out var name))
            return Refuse(field, new InvalidOperationException($"Enum \"{shape.Type}\" has no value for {value}."));
        output.WriteRaw(name);
        return true;
    }

    private bool WriteList(PlannedField field, OutputShape shape, object value, ChildRows? rows)
    {
        if (value is string or not IEnumerable)
            return Refuse(field, NotAList(field, value));
        output.WriteByte((byte)'[');
        path.EnterList();
        var item = shape.Item!; // A list has an item.
        var written = value switch
        {
            object?[] array => WriteArray(field, item, array, rows),
            IList list => WriteIndexed(field, item, list, rows),
            _ => WriteSequence(field, item, (IEnumerable)value, rows),
        };
        path.Leave();
        output.WriteByte((byte)']');
        return written;
    }

    private bool WriteArray(PlannedField field, OutputShape item, object?[] array, ChildRows? rows)
    {
        for (var i = 0; i < array.Length; i++)
        {
            if (!WriteItem(field, item, array[i], i, rows))
                return false;
        }
        return true;
    }

    private bool WriteIndexed(PlannedField field, OutputShape item, IList list, ChildRows? rows)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (!WriteItem(field, item, list[i], i, rows))
                return false;
        }
        return true;
    }

    private bool WriteSequence(PlannedField field, OutputShape item, IEnumerable sequence, ChildRows? rows)
    {
        var i = 0;
        foreach (var value in sequence)
        {
            if (!WriteItem(field, item, value, i++, rows))
                return false;
        }
        return true;
    }

    private bool WriteItem(PlannedField field, OutputShape item, object? value, int index, ChildRows? rows)
    {
        if (index > 0)
            output.WriteByte((byte)',');
        path.MoveTo(index);
        // An object catches what its fields throw.
        return item.Kind == ShapeKind.Object ? WriteValue(field, item, value, rows) : WriteGuarded(field, item, value, rows);
    }

    private bool WriteGuarded(PlannedField field, OutputShape item, object? value, ChildRows? rows)
    {
        var depth = path.Depth;
        var start = output.Length;
        try
        {
            return WriteValue(field, item, value, rows);
        }
        catch (Exception exception)
        {
            path.CutBackTo(depth);
            output.CutBackTo(start);
            errors.Add(exception, field, path.ToList());
            return !item.IsNonNull && WriteNull();
        }
    }

    private bool Refuse(PlannedField field, Exception exception)
    {
        errors.Add(exception, field, path.ToList());
        return false;
    }

    // A fault of the server like any other exception, but the client may read what it is.
    private static GraphQLException NullInNonNull(PlannedField field)
    {
        var message = $"Cannot return null for non-nullable field {field.ParentType}.{field.Definition.Name}.";
        return new(new GraphQLError(message) { Code = ErrorCodes.Internal, Exception = new InvalidOperationException(message) });
    }

    private static InvalidOperationException UnknownType(OutputShape shape, object value) =>
        new($"No possible type of abstract type \"{shape.Type}\" claims a value of {value.GetType()}.");

    private static InvalidOperationException NotAList(PlannedField field, object value) =>
        new($"Field \"{field.ParentType}.{field.Definition.Name}\" is a list, but its value is a {value.GetType()}.");
}
