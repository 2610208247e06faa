using System.Linq.Expressions;
using System.Reflection;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>One key of an order, as an expression over a row. Nulls come last in both directions, whatever the database's habit.</summary>
internal sealed record KeysetKey(LambdaExpression Selector, bool Ascending)
{
    private static readonly MethodInfo CompareText = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
    private static readonly NullabilityInfoContext Nullability = new();

    public Type Type => Selector.ReturnType;

    public bool IsNullable { get; } = CanBeNull(Selector);

    private Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;

    public string Text => $"{Selector.Body} {(Ascending ? "asc" : "desc")}";

    public Expression IsNull(Expression key) => Expression.Equal(key, Expression.Constant(null, Type));

    /// <summary>The key equals the cursor's.</summary>
    public Expression EqualTo(Expression key, object? value) =>
        value is null ? IsNull(key) : Expression.Equal(key, Parameter.Of(value, Type));

    /// <summary>The key comes after the cursor's, or before it when going backward; null when no key can.</summary>
    public Expression? Beyond(Expression key, object? value, bool backward)
    {
        if (value is null)
            return backward ? Expression.Not(IsNull(key)) : null;
        var beyond = Compare(key, value, greater: Ascending != backward, orEqual: false);
        if (!IsNullable)
            return beyond;
        if (!backward)
            return beyond is null ? IsNull(key) : Expression.OrElse(IsNull(key), beyond);
        return beyond is null ? null : Expression.AndAlso(Expression.Not(IsNull(key)), beyond);
    }

    /// <summary>A bound that an index on the first key can use; null where it would not help.</summary>
    public Expression? NotBefore(Expression key, object? value, bool backward) =>
        value is null || IsNullable || ValueType == typeof(bool) || ValueType.IsEnum
            ? null
            : Compare(key, value, greater: Ascending != backward, orEqual: true);

    private BinaryExpression? Compare(Expression key, object value, bool greater, bool orEqual)
    {
        if (ValueType == typeof(bool))
            return (bool)value == greater ? null : Expression.Equal(key, Expression.Constant(greater, Type));
        var kind = (greater, orEqual) switch
        {
            (true, false) => ExpressionType.GreaterThan,
            (true, true) => ExpressionType.GreaterThanOrEqual,
            (false, false) => ExpressionType.LessThan,
            _ => ExpressionType.LessThanOrEqual,
        };
        var other = Parameter.Of(value, ValueType);
        var own = Type == ValueType ? key : Expression.Property(key, nameof(Nullable<int>.Value));
        if (ValueType == typeof(string))
            return Expression.MakeBinary(kind, Expression.Call(CompareText, own, other), Expression.Constant(0));
        if (ValueType.IsEnum)
            return Expression.MakeBinary(
                kind,
                Expression.Call(own, nameof(Enum.CompareTo), null, Expression.Convert(other, typeof(object))),
                Expression.Constant(0)
            );
        return Expression.MakeBinary(kind, own, other);
    }

    private static bool CanBeNull(LambdaExpression selector)
    {
        if (selector.ReturnType.IsValueType)
            return Nullable.GetUnderlyingType(selector.ReturnType) is not null;
        if (selector.Body is not MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression })
            return true;
        // NullabilityInfoContext is not safe for concurrent use.
        lock (Nullability)
            return Nullability.Create(property).ReadState != NullabilityState.NotNull;
    }
}
