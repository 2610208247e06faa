using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>Writes an order as calls of OrderBy and ThenBy.</summary>
internal static class Ordering
{
    /// <param name="rows">What is ordered.</param>
    /// <param name="keys">The keys, the first one first.</param>
    /// <param name="backward">Everything turned around, nulls too.</param>
    /// <param name="operators"><see cref="Queryable"/>, or <see cref="Enumerable"/> inside a group.</param>
    public static Expression Apply<T>(Expression rows, IEnumerable<KeysetKey> keys, bool backward, Type operators)
    {
        var name = nameof(Queryable.OrderBy);
        foreach (var key in keys)
        {
            if (key.IsNullable)
                Add(Expression.Lambda(key.IsNull(key.Selector.Body), key.Selector.Parameters), ascending: !backward);
            Add(key.Selector, key.Ascending != backward);
        }
        return rows;

        void Add(LambdaExpression selector, bool ascending)
        {
            Expression argument = operators == typeof(Queryable) ? Expression.Quote(selector) : selector;
            rows = Expression.Call(operators, ascending ? name : name + "Descending", [typeof(T), selector.ReturnType], rows, argument);
            name = nameof(Queryable.ThenBy);
        }
    }
}
