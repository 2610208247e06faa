using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// The beginning of a list in one order, without cursors, in two halves: the query of its rows, and the page that is made of them. For callers that
/// keep what their provider makes of the query: it is the same for every request. The pages are those of <see cref="QueryablePages"/>.
/// </summary>
/// <param name="order">Completed by the property Id.</param>
public sealed class FirstPages<T>(SortDefinition<T> order)
{
    private readonly IReadOnlyList<KeysetKey> keys = KeysetOrder<T>.KeysOf(order);

    /// <summary>Whether this is such a page: from the beginning, forward, and nothing is counted.</summary>
    public static bool Is(PagingArguments arguments) =>
        arguments is { First: not null, After: null, Before: null, IncludeTotalCount: false };

    /// <summary>The rows, and one more when there are more; with a selector, of what it gives them and what the cursors are made of that were asked for.</summary>
    public IQueryable<T> Rows(IQueryable<T> source, PagingArguments arguments, Expression<Func<T, T>>? selector = null) =>
        Select(source.Provider.CreateQuery<T>(InOrder(source.Expression)).Take(arguments.Size + 1), arguments, selector);

    /// <summary>The same of each parent, in the order of the list; with a selector, they have their parent's key as well.</summary>
    public IQueryable<T> RowsOfEach<TKey>(
        IQueryable<TKey> parents,
        IQueryable<T> source,
        Expression<Func<T, TKey>> parentKey,
        PagingArguments arguments,
        Expression<Func<T, T>>? selector = null
    )
    {
        var rows = BatchPages.OfEach(parents, InOrder(source.Expression), parentKey, arguments.Size + 1);
        return Select(parents.Provider.CreateQuery<T>(InOrder(rows.Expression)), arguments, selector, parentKey);
    }

    /// <summary>Makes pages of rows that were read, whose lists become the pages' own.</summary>
    public Func<List<T>, Page<T>> PagesOf(PagingArguments arguments)
    {
        Func<T, string> cursorOf = new KeysetOrder<T>(keys, arguments.Scope).CursorOf;
        return rows => QueryablePages.PageOf(rows, arguments, cursorOf, totalCount: null);
    }

    private Expression InOrder(Expression rows) => Ordering.Apply<T>(rows, keys, backward: false, typeof(Queryable));

    private IQueryable<T> Select(
        IQueryable<T> rows,
        PagingArguments arguments,
        Expression<Func<T, T>>? selector,
        params ReadOnlySpan<LambdaExpression> others
    )
    {
        if (selector is null)
            return rows;
        var ofCursors = arguments.IncludeCursors ? keys : [];
        return new KeysetOrder<T>(ofCursors, scope: "").Complete(selector, others) is { } complete ? rows.Select(complete) : rows;
    }
}
