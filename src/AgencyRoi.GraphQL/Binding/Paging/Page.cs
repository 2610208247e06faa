using System.Collections;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>Some rows in their order, and whether there are more on either side.</summary>
public sealed class Page<T>(
    IReadOnlyList<T> items,
    bool hasNextPage,
    bool hasPreviousPage,
    Func<T, string> createCursor,
    int? totalCount = null
) : IReadOnlyList<T>
{
    public IReadOnlyList<T> Items { get; } = items;
    public bool HasNextPage { get; } = hasNextPage;
    public bool HasPreviousPage { get; } = hasPreviousPage;

    /// <summary>The number of rows on all pages; null when it was not asked for.</summary>
    public int? TotalCount { get; } = totalCount;

    public int Count => Items.Count;

    public T this[int index] => Items[index];

    /// <summary>The opaque text that stands for an item's place in the order.</summary>
    public string CreateCursor(T item) => createCursor(item);

    /// <summary>The page as GraphQL shows it; a cursor is made only when it is read.</summary>
    public Connection<T> ToConnection() => new(this, createCursor);

    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
