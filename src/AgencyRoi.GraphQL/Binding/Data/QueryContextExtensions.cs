using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>
/// Applies what a field's <c>where</c> and <c>order</c> ask for. The selector is left to <see cref="QueryablePages"/>: cursors are made from
/// properties that it may lack, and below a selection the order could not be seen any more.
/// </summary>
public static class QueryContextExtensions
{
    /// <summary>Filtered and, when an order was asked for or <paramref name="modifySort"/> gives one, ordered; otherwise in the query's own order.</summary>
    public static IQueryable<T> With<T>(
        this IQueryable<T> source,
        QueryContext<T>? query,
        Func<SortDefinition<T>, SortDefinition<T>>? modifySort = null
    )
    {
        if (query?.Predicate is { } predicate)
            source = source.Where(predicate);
        var keys = KeysOf(query, modifySort);
        return keys.Count == 0
            ? source
            : source.Provider.CreateQuery<T>(Ordering.Apply<T>(source.Expression, keys, backward: false, typeof(Queryable)));
    }

    /// <summary>
    /// The same for rows in memory, for figures that no statement can sort by. Interpreted: rows in memory are few, and compiling an expression that holds one
    /// request's values costs more than reading it for each of them.
    /// </summary>
    public static IEnumerable<T> With<T>(
        this IEnumerable<T> source,
        QueryContext<T>? query,
        Func<SortDefinition<T>, SortDefinition<T>>? modifySort = null
    )
    {
        if (query?.Predicate is { } predicate)
            source = source.Where(predicate.Compile(preferInterpretation: true));
        // By the last key first: each sort keeps the order of what it does not tell apart.
        return KeysOf(query, modifySort).Reverse().Aggregate(source, (rows, key) => key.Sort(rows));
    }

    private static IReadOnlyList<KeysetKey> KeysOf<T>(QueryContext<T>? query, Func<SortDefinition<T>, SortDefinition<T>>? modifySort)
    {
        var sorting = query?.Sorting ?? SortDefinition<T>.Empty;
        sorting = modifySort?.Invoke(sorting) ?? sorting;
        return [.. sorting.Operations.Select(operation => new KeysetKey(operation.Key, operation.Ascending))];
    }
}
