using System.Linq.Expressions;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// Pages of a query by key, with one statement for the rows and, when it is asked for, one for their number. Works with every provider whose
/// queries are <see cref="IAsyncEnumerable{T}"/>, and in memory.
/// </summary>
public static class QueryablePages
{
    /// <summary>
    /// A page of a query in its own order, completed by the property Id so that no two rows tie. Nulls come last in both directions.
    /// </summary>
    /// <exception cref="Errors.GraphQLException">BAD_CURSOR: a cursor of another order or filter, or none at all.</exception>
    public static ValueTask<Page<T>> ToPageAsync<T>(
        this IQueryable<T> source,
        PagingArguments arguments,
        CancellationToken cancellationToken = default
    ) => PageAsync(source, arguments, uniqueKey: null, selector: null, cancellationToken);

    /// <summary>
    /// The same page, of rows that have only what the selector gives them and what their cursors are made of. They are read whole
    /// when the order reaches beyond the properties of the row.
    /// </summary>
    public static ValueTask<Page<T>> ToPageAsync<T>(
        this IQueryable<T> source,
        PagingArguments arguments,
        Expression<Func<T, T>>? selector,
        CancellationToken cancellationToken = default
    ) => PageAsync(source, arguments, uniqueKey: null, selector, cancellationToken);

    /// <summary>The same with another unique key than Id.</summary>
    public static ValueTask<Page<T>> ToPageAsync<T, TKey>(
        this IQueryable<T> source,
        PagingArguments arguments,
        Expression<Func<T, TKey>> uniqueKey,
        Expression<Func<T, T>>? selector,
        CancellationToken cancellationToken = default
    ) => PageAsync(source, arguments, uniqueKey, selector, cancellationToken);

    private static async ValueTask<Page<T>> PageAsync<T>(
        IQueryable<T> source,
        PagingArguments arguments,
        LambdaExpression? uniqueKey,
        Expression<Func<T, T>>? selector,
        CancellationToken cancellationToken
    )
    {
        var (unordered, order) = KeysetOrder<T>.Split(source, uniqueKey, arguments.Scope);
        var between = order.Between(arguments.After, arguments.Before);
        int? totalCount = arguments.IncludeTotalCount ? await CountAsync(unordered, cancellationToken).ConfigureAwait(false) : null;
        var seeking = between is null ? unordered : unordered.Where(between);
        var rows = source
            .Provider.CreateQuery<T>(order.Apply(seeking.Expression, arguments.IsBackward, typeof(Queryable)))
            .Take(arguments.Size + 1);

        if (selector is not null && order.Complete(selector) is { } complete)
            rows = rows.Select(complete);
        if (order.IsReadable)
            return PageOf(await ReadAsync(rows, cancellationToken).ConfigureAwait(false), arguments, order.CursorOf, totalCount);
        var keyed = PageOf(
            await ReadAsync(rows.Select(order.WithKeys()), cancellationToken).ConfigureAwait(false),
            arguments,
            row => order.CursorOf(row.Keys),
            totalCount
        );
        var keys = keyed.ToLookup(row => row.Row, row => row.Keys);
        return new Page<T>(
            [.. keyed.Select(row => row.Row)],
            keyed.HasNextPage,
            keyed.HasPreviousPage,
            row => order.CursorOf(keys[row].First()),
            totalCount
        );
    }

    /// <summary>Cuts off the row that was read only to know whether there are more, and turns a page that was read backward around.</summary>
    internal static Page<T> PageOf<T>(List<T> rows, PagingArguments arguments, Func<T, string> cursorOf, int? totalCount)
    {
        var hasMore = rows.Count > arguments.Size;
        if (hasMore)
            rows.RemoveRange(arguments.Size, rows.Count - arguments.Size);
        if (arguments.IsBackward)
            rows.Reverse();
        return arguments.IsBackward
            ? new Page<T>(rows, arguments.Before is not null, hasMore, cursorOf, totalCount)
            : new Page<T>(rows, hasMore, arguments.After is not null, cursorOf, totalCount);
    }

    internal static async Task<List<T>> ReadAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T> asynchronous)
            return [.. query];
        var rows = new List<T>();
        await foreach (var row in asynchronous.WithCancellation(cancellationToken).ConfigureAwait(false))
            rows.Add(row);
        return rows;
    }

    /// <summary>A group of all rows: the one way to count asynchronously that needs no provider's own methods.</summary>
    private static async Task<int> CountAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken) =>
        await ReadAsync(rows.GroupBy(_ => 1).Select(all => all.Count()), cancellationToken).ConfigureAwait(false) is [var count]
            ? count
            : 0;
}
