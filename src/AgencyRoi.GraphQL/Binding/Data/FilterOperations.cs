using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>
/// The operators of one compared value. They say the same in a database as in memory: an undefined value is unequal to every value and neither
/// above nor below one, so it meets exactly the negated operators.
/// </summary>
/// <param name="valueType">The compared member's type, Nullable included.</param>
/// <param name="isNullable">Whether the member may be null.</param>
/// <param name="convert">From coerced values to the member's type; null when they are the same.</param>
internal sealed class FilterOperations(Type valueType, bool isNullable, Func<object?, object?>? convert)
{
    public Expression? Build(Expression left, IReadOnlyDictionary<string, object?> operations)
    {
        var conditions = operations.Select(operation => Build(left, operation.Key, operation.Value)).OfType<Expression>().ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate(Expression.AndAlso);
    }

    /// <summary>Null stands for "undefined" only in comparisons for equality, and only where a value can be undefined.</summary>
    public static object Given(string operation, object? value) =>
        value ?? throw new GraphQLException($"The operator `{operation}` needs a value here, not null.", ErrorCodes.BadInput);

    private Expression? Build(Expression left, string operation, object? value) =>
        operation switch
        {
            "and" => Join(left, value, Expression.AndAlso),
            "or" => Join(left, value, Expression.OrElse),
            "eq" => Equal(left, operation, value),
            "neq" => Expression.Not(Equal(left, operation, value)),
            "in" => In(left, (IEnumerable<object?>)Given(operation, value)),
            "nin" => Expression.Not(In(left, (IEnumerable<object?>)Given(operation, value))),
            "contains" or "startsWith" or "endsWith" => Text(left, operation, value),
            "ncontains" or "nstartsWith" or "nendsWith" => Expression.Not(Text(left, operation[1..], value)),
            "gt" or "gte" or "lt" or "lte" => Compare(left, operation, value),
            _ => Expression.Not(Compare(left, operation[1..], value)),
        };

    private Expression? Join(Expression left, object? filters, Func<Expression, Expression, BinaryExpression> join)
    {
        var conditions = (filters as IEnumerable<object?> ?? [])
            .OfType<IReadOnlyDictionary<string, object?>>()
            .Select(filter => Build(left, filter))
            .OfType<Expression>()
            .ToList();
        return conditions.Count == 0 ? null : conditions.Aggregate((one, other) => join(one, other));
    }

    private BinaryExpression Equal(Expression left, string operation, object? value) =>
        isNullable && value is null
            ? Expression.Equal(left, Expression.Constant(null, left.Type))
            : Expression.Equal(left, Value(Given(operation, value)));

    private MethodCallExpression In(Expression left, IEnumerable<object?> values)
    {
        var given = values.Where(value => value is not null || isNullable).Select(Converted).ToList();
        var array = Array.CreateInstance(valueType, given.Count);
        for (var i = 0; i < given.Count; i++)
            array.SetValue(given[i], i);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [valueType], Parameter.Of(array, array.GetType()), left);
    }

    private Expression Compare(Expression left, string operation, object? value)
    {
        var kind = operation switch
        {
            "gt" => ExpressionType.GreaterThan,
            "gte" => ExpressionType.GreaterThanOrEqual,
            "lt" => ExpressionType.LessThan,
            _ => ExpressionType.LessThanOrEqual,
        };
        return Defined(left, Expression.MakeBinary(kind, left, Value(Given(operation, value))));
    }

    private Expression Text(Expression left, string operation, object? value)
    {
        var method = operation switch
        {
            "contains" => nameof(string.Contains),
            "startsWith" => nameof(string.StartsWith),
            _ => nameof(string.EndsWith),
        };
        var call = Expression.Call(left, typeof(string).GetMethod(method, [typeof(string)])!, Value(Given(operation, value)));
        return Defined(left, call);
    }

    private Expression Defined(Expression left, Expression condition) =>
        isNullable ? Expression.AndAlso(Expression.NotEqual(left, Expression.Constant(null, left.Type)), condition) : condition;

    private Expression Value(object value) => Parameter.Of(Converted(value), valueType);

    private object? Converted(object? value) => convert is null ? value : convert(value);
}
