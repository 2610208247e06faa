using System.Linq.Expressions;
using System.Reflection;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>What a filter input can say about a type, and how it becomes a condition. Entries of one object are joined by "and".</summary>
internal sealed class FilterShape
{
    public Dictionary<string, FilterMember> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Null when the filter says nothing.</summary>
    public Expression? Build(Expression owner, IReadOnlyDictionary<string, object?> filter)
    {
        var conditions = filter
            .Select(entry =>
                entry.Key switch
                {
                    "and" => Join(owner, entry.Value, Expression.AndAlso),
                    "or" => Join(owner, entry.Value, Expression.OrElse),
                    _ => Members[entry.Key].Build(owner, entry.Value),
                }
            )
            .OfType<Expression>()
            .ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate(Expression.AndAlso);
    }

    private Expression? Join(Expression owner, object? filters, Func<Expression, Expression, BinaryExpression> join)
    {
        var conditions = (filters as IEnumerable<object?> ?? [])
            .OfType<IReadOnlyDictionary<string, object?>>()
            .Select(filter => Build(owner, filter))
            .OfType<Expression>()
            .ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate((left, right) => join(left, right));
    }
}

/// <summary>One property in a filter.</summary>
internal abstract record FilterMember(PropertyInfo Property)
{
    /// <summary>Null when the value says nothing.</summary>
    public abstract Expression? Build(Expression owner, object? value);
}

/// <summary>A property that is compared itself.</summary>
internal sealed record ComparedMember(PropertyInfo Property, FilterOperations Operations) : FilterMember(Property)
{
    public override Expression? Build(Expression owner, object? value) =>
        value is IReadOnlyDictionary<string, object?> operations
            ? Operations.Build(Expression.Property(owner, Property), operations)
            : null;
}

/// <summary>A property that is an object with properties of its own. A missing object meets no condition.</summary>
internal sealed record NestedMember(PropertyInfo Property, FilterShape Shape, bool IsNullable) : FilterMember(Property)
{
    public override Expression? Build(Expression owner, object? value)
    {
        if (value is not IReadOnlyDictionary<string, object?> filter)
            return null;
        var nested = Expression.Property(owner, Property);
        var isStruct = Nullable.GetUnderlyingType(nested.Type) is not null;
        if (Shape.Build(isStruct ? Expression.Property(nested, "Value") : nested, filter) is not { } condition)
            return null;
        return IsNullable ? Expression.AndAlso(Expression.NotEqual(nested, Expression.Constant(null, nested.Type)), condition) : condition;
    }
}

/// <summary>A property that is a list. A missing list is like an empty one.</summary>
internal sealed record ListMember(PropertyInfo Property, Type ItemType, Func<Expression, object?, Expression?> BuildItem, bool IsNullable)
    : FilterMember(Property)
{
    public override Expression? Build(Expression owner, object? value)
    {
        if (value is not IReadOnlyDictionary<string, object?> operations)
            return null;
        var list = Expression.Property(owner, Property);
        var conditions = operations.Select(operation => Build(list, operation.Key, operation.Value)).OfType<Expression>().ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate(Expression.AndAlso);
    }

    private Expression? Build(Expression list, string operation, object? value)
    {
        if (operation == "any")
        {
            var any = Guard(list, Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [ItemType], list), whenMissing: false);
            return FilterOperations.Given(operation, value) is true ? any : Expression.Not(any);
        }
        if (value is null)
            return null;
        var item = Expression.Parameter(ItemType, "item");
        if (BuildItem(item, value) is not { } condition)
            return null;
        var predicate = Expression.Lambda(condition, item);
        var name = operation == "all" ? nameof(Enumerable.All) : nameof(Enumerable.Any);
        var met = Guard(list, Expression.Call(typeof(Enumerable), name, [ItemType], list, predicate), whenMissing: operation == "all");
        return operation == "none" ? Expression.Not(met) : met;
    }

    private Expression Guard(Expression list, Expression condition, bool whenMissing)
    {
        if (!IsNullable)
            return condition;
        var none = Expression.Constant(null, list.Type);
        return whenMissing
            ? Expression.OrElse(Expression.Equal(list, none), condition)
            : Expression.AndAlso(Expression.NotEqual(list, none), condition);
    }
}
