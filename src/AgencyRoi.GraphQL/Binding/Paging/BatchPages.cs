using System.Linq.Expressions;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>The pages of many parents with one statement for their rows and, when it is asked for, one for their numbers.</summary>
public static class BatchPages
{
    /// <summary>
    /// The same page of each parent's rows, by the parent's key; a parent without rows has an empty page. The order is the query's own, completed by Id.
    /// </summary>
    /// <param name="source">The rows of all parents, in the order that holds inside each.</param>
    /// <param name="parentKey">The parent that a row belongs to.</param>
    /// <param name="keys">The parents.</param>
    /// <param name="arguments">The page.</param>
    /// <param name="keyRows">The keys as a query of the source's own provider; needed by one that does not run in memory.</param>
    /// <param name="selector">What the rows need besides what their cursors are made of; null: everything.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <exception cref="Errors.GraphQLException">BAD_CURSOR: a cursor of another order or filter, or none at all.</exception>
    public static async Task<Dictionary<TKey, Page<T>>> ToBatchPageAsync<TKey, T>(
        this IQueryable<T> source,
        Expression<Func<T, TKey>> parentKey,
        IReadOnlyList<TKey> keys,
        PagingArguments arguments,
        Func<TKey[], IQueryable<TKey>>? keyRows = null,
        Expression<Func<T, T>>? selector = null,
        CancellationToken cancellationToken = default
    )
        where TKey : notnull
    {
        var (unordered, order) = KeysetOrder<T>.Split(source, uniqueKey: null, arguments.Scope);
        if (!order.IsReadable)
            throw new InvalidOperationException(
                $"Pages of {typeof(T)} inside their parents are ordered by properties of {typeof(T).Name} itself."
            );
        var complete = selector is null ? null : order.Complete(selector);
        TKey[] wanted = [.. keys.Distinct()];
        var parents = keyRows?.Invoke(wanted) ?? wanted.AsQueryable();
        var rows = await QueryablePages
            .ReadAsync(RowsOf(parents, unordered, parentKey, order, arguments).Select(WithKey(parentKey, complete)), cancellationToken)
            .ConfigureAwait(false);
        var counts = arguments.IncludeTotalCount
            ? await CountsOf(unordered, parentKey, wanted, cancellationToken).ConfigureAwait(false)
            : null;

        var pages = new Dictionary<TKey, Page<T>>(wanted.Length);
        var byParent = rows.ToLookup(row => row.Key, row => row.Row);
        foreach (var key in wanted)
            pages[key] = QueryablePages.PageOf([.. byParent[key]], arguments, order.CursorOf, counts?.GetValueOrDefault(key));
        return pages;
    }

    /// <summary>
    /// Each parent's first rows, looked up parent by parent: with an index on parent and order that reads no row too many, and a plan that the
    /// database keeps for every number of parents is as good as one made for this number.
    /// </summary>
    private static IQueryable<T> RowsOf<TKey, T>(
        IQueryable<TKey> parents,
        IQueryable<T> unordered,
        Expression<Func<T, TKey>> parentKey,
        KeysetOrder<T> order,
        PagingArguments arguments
    )
    {
        var children = unordered.Expression;
        if (order.Between(arguments.After, arguments.Before) is { } between)
            children = Where(children, between);
        var rows = OfEach(parents, order.Apply(children, arguments.IsBackward, typeof(Queryable)), parentKey, arguments.Size + 1);
        // A join keeps no order that it was not asked for.
        return parents.Provider.CreateQuery<T>(order.Apply(rows.Expression, arguments.IsBackward, typeof(Queryable)));
    }

    /// <param name="parents">The keys.</param>
    /// <param name="ordered">The rows of all parents, in the order that holds inside each.</param>
    /// <param name="parentKey">The parent that a row belongs to.</param>
    /// <param name="most">How many of each parent.</param>
    internal static IQueryable<T> OfEach<TKey, T>(
        IQueryable<TKey> parents,
        Expression ordered,
        Expression<Func<T, TKey>> parentKey,
        int most
    )
    {
        var key = Expression.Parameter(typeof(TKey), "key");
        var children = Where(ordered, IsIn(parentKey, Expression.NewArrayInit(typeof(TKey), key)));
        children = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], children, Parameter.Of(most));
        return parents.SelectMany(Expression.Lambda<Func<TKey, IEnumerable<T>>>(children, key));
    }

    private static Expression<Func<T, ChildRow<TKey, T>>> WithKey<TKey, T>(
        Expression<Func<T, TKey>> parentKey,
        Expression<Func<T, T>>? selector
    )
    {
        var row = parentKey.Parameters[0];
        var selected = selector is null ? row : new ReplaceParameter(selector.Parameters[0], row).Visit(selector.Body);
        return Expression.Lambda<Func<T, ChildRow<TKey, T>>>(
            Expression.MemberInit(
                Expression.New(typeof(ChildRow<TKey, T>)),
                Expression.Bind(typeof(ChildRow<TKey, T>).GetProperty(nameof(ChildRow<,>.Key))!, parentKey.Body),
                Expression.Bind(typeof(ChildRow<TKey, T>).GetProperty(nameof(ChildRow<,>.Row))!, selected)
            ),
            row
        );
    }

    /// <summary>A key of the key's own parent is asked for in the same words as a key of any: an equation would be made a join, which ranks all rows of all parents.</summary>
    private static Expression<Func<T, bool>> IsIn<TKey, T>(Expression<Func<T, TKey>> parentKey, Expression keys)
    {
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TKey)], keys, parentKey.Body);
        return Expression.Lambda<Func<T, bool>>(contains, parentKey.Parameters);
    }

    private static MethodCallExpression Where<T>(Expression rows, Expression<Func<T, bool>> condition) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(T)], rows, Expression.Quote(condition));

    private static async Task<Dictionary<TKey, int>> CountsOf<TKey, T>(
        IQueryable<T> rows,
        Expression<Func<T, TKey>> parentKey,
        TKey[] keys,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var counts = rows.Where(IsIn(parentKey, Parameter.Of(keys)))
            .GroupBy(parentKey)
            .Select(group => new ChildCount<TKey> { Key = group.Key, Count = group.Count() });
        return (await QueryablePages.ReadAsync(counts, cancellationToken).ConfigureAwait(false)).ToDictionary(
            count => count.Key,
            count => count.Count
        );
    }

    private sealed class ChildRow<TKey, T>
    {
        public required TKey Key { get; init; }
        public required T Row { get; init; }
    }

    private sealed class ChildCount<TKey>
    {
        public required TKey Key { get; init; }
        public required int Count { get; init; }
    }
}
