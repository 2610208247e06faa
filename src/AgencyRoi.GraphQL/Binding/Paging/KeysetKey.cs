using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>One key of an order, as an expression over a row. Nulls come last in both directions, whatever the database's habit.</summary>
internal sealed class KeysetKey
{
    private static readonly MethodInfo CompareText = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo SortTyped = typeof(KeysetKey).GetMethod(
        nameof(SortByKey),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;
    private static readonly ConcurrentDictionary<PropertyInfo, bool> NullableProperties = [];

    public KeysetKey(LambdaExpression selector, bool ascending)
    {
        Selector = EnumRank.IsNeeded(selector.ReturnType) ? EnumRank.Of(selector) : selector;
        Ascending = ascending;
        IsNullable = CanBeNull(Selector.Body);
    }

    public LambdaExpression Selector { get; }
    public bool Ascending { get; }
    public bool IsNullable { get; }

    public Type Type => Selector.ReturnType;

    private Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;

    public string Text => $"{Selector.Body} {(Ascending ? "asc" : "desc")}";

    /// <summary>Reads the key of a row in memory.</summary>
    public Func<T, object?> Reader<T>(bool preferInterpretation) =>
        Expression
            .Lambda<Func<T, object?>>(Expression.Convert(Selector.Body, typeof(object)), Selector.Parameters)
            .Compile(preferInterpretation);

    /// <summary>Rows in memory in this order; those that it does not tell apart stay in the order that they are in.</summary>
    public IEnumerable<T> Sort<T>(IEnumerable<T> rows) =>
        (IEnumerable<T>)SortTyped.MakeGenericMethod(typeof(T), Type).Invoke(this, [rows])!; // it answers for every key

    private IEnumerable<T> SortByKey<T, TKey>(IEnumerable<T> rows) =>
        rows.OrderBy(
            Expression.Lambda<Func<T, TKey>>(Selector.Body, Selector.Parameters).Compile(preferInterpretation: true),
            Comparer<TKey>.Create(CompareKeys)
        );

    private int CompareKeys<TKey>(TKey x, TKey y) =>
        (x, y) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => Ascending ? Comparer<TKey>.Default.Compare(x, y) : Comparer<TKey>.Default.Compare(y, x),
        };

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
        value is null || IsNullable || ValueType == typeof(bool)
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
        if (GuidKeys.Are(ValueType))
            return Expression.MakeBinary(kind, Expression.Call(own, GuidKeys.Comparison(ValueType), other), Expression.Constant(0));
        return Expression.MakeBinary(kind, own, other);
    }

    private static bool CanBeNull(Expression key)
    {
        if (key.Type.IsValueType)
            return Nullable.GetUnderlyingType(key.Type) is not null;
        return key is not MemberExpression { Member: PropertyInfo property, Expression: { } owner }
            || NullableProperties.GetOrAdd(
                property,
                static property => new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull
            )
            || (owner is not ParameterExpression && CanBeNull(owner));
    }
}
