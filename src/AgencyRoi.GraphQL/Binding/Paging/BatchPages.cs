using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>The pages of many parents with one statement.</summary>
public static class BatchPages
{
    /// <summary>
    /// The same page of each parent's rows, by the parent's key; a parent without rows has an empty page. The order is the query's own, completed by Id.
    /// </summary>
    /// <param name="source">The rows of all parents, in the order that holds inside each.</param>
    /// <param name="parentKey">The parent that a row belongs to.</param>
    /// <param name="keys">The parents.</param>
    /// <param name="arguments">The page.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <exception cref="Errors.GraphQLException">BAD_CURSOR: a cursor of another order or filter, or none at all.</exception>
    public static async Task<Dictionary<TKey, Page<T>>> ToBatchPageAsync<TKey, T>(
        this IQueryable<T> source,
        Expression<Func<T, TKey>> parentKey,
        IReadOnlyList<TKey> keys,
        PagingArguments arguments,
        CancellationToken cancellationToken = default
    )
        where TKey : notnull
    {
        var (unordered, order) = KeysetOrder<T>.Split(source, uniqueKey: null, arguments.Scope);
        if (!order.IsReadable)
            throw new InvalidOperationException(
                $"Pages of {typeof(T)} inside their parents are ordered by properties of {typeof(T).Name} itself."
            );
        TKey[] wanted = [.. keys.Distinct()];
        var ofParents = unordered.Where(IsIn(parentKey, wanted)).GroupBy(parentKey);
        var groups = await QueryablePages
            .ReadAsync(ofParents.Select(Cut<TKey, T>(order, arguments)), cancellationToken)
            .ConfigureAwait(false);

        var pages = groups.ToDictionary(
            group => group.Key,
            group => QueryablePages.PageOf([.. group.Rows], arguments, order.CursorOf, arguments.IncludeTotalCount ? group.Count : null)
        );
        foreach (var key in wanted.Where(key => !pages.ContainsKey(key)))
            pages[key] = new Page<T>([], false, false, order.CursorOf, arguments.IncludeTotalCount ? 0 : null);
        return pages;
    }

    private static Expression<Func<T, bool>> IsIn<TKey, T>(Expression<Func<T, TKey>> parentKey, TKey[] keys)
    {
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TKey)], Parameter.Of(keys), parentKey.Body);
        return Expression.Lambda<Func<T, bool>>(contains, parentKey.Parameters);
    }

    /// <summary>Of each group its first rows and, when asked for, their number.</summary>
    private static Expression<Func<IGrouping<TKey, T>, RowGroup<TKey, T>>> Cut<TKey, T>(KeysetOrder<T> order, PagingArguments arguments)
    {
        var group = Expression.Parameter(typeof(IGrouping<TKey, T>), "group");
        Expression rows = group;
        if (order.Between(arguments.After, arguments.Before) is { } between)
            rows = Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [typeof(T)], rows, between);
        rows = order.Apply(rows, arguments.IsBackward, typeof(Enumerable));
        rows = Expression.Call(typeof(Enumerable), nameof(Enumerable.Take), [typeof(T)], rows, Parameter.Of(arguments.Size + 1));
        rows = Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [typeof(T)], rows);

        var members = new List<MemberBinding>
        {
            Expression.Bind(typeof(RowGroup<TKey, T>).GetProperty(nameof(RowGroup<TKey, T>.Key))!, Expression.Property(group, "Key")),
            Expression.Bind(typeof(RowGroup<TKey, T>).GetProperty(nameof(RowGroup<TKey, T>.Rows))!, rows),
        };
        if (arguments.IncludeTotalCount)
            members.Add(
                Expression.Bind(
                    typeof(RowGroup<TKey, T>).GetProperty(nameof(RowGroup<TKey, T>.Count))!,
                    Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], group)
                )
            );
        var made = Expression.MemberInit(Expression.New(typeof(RowGroup<TKey, T>)), members);
        return Expression.Lambda<Func<IGrouping<TKey, T>, RowGroup<TKey, T>>>(made, group);
    }

    private sealed class RowGroup<TKey, T>
    {
        public TKey Key { get; init; } = default!;
        public List<T> Rows { get; init; } = [];
        public int Count { get; init; }
    }
}
