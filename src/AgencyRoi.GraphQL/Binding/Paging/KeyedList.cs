using System.Collections;
using System.Runtime.CompilerServices;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>Makes lists that are computed whole and read in pages.</summary>
public static class KeyedList
{
    /// <param name="owner">Text of what the list belongs to, as the id of its parent: a cursor of another owner's list is refused.</param>
    /// <param name="rows">The rows with their keys, in any order. The keys are what the list is ordered by, ending with what tells its rows apart.</param>
    public static KeyedList<T> Of<TKey, T>(string owner, IEnumerable<(TKey Key, T Row)> rows)
        where TKey : struct, ITuple => new(owner, typeof(TKey).GetGenericArguments(), rows.Select(row => (Values(row.Key), row.Row)));

    private static object?[] Values(ITuple key)
    {
        var values = new object?[key.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = key[i];
        return values;
    }
}

/// <summary>
/// A list that lies in memory, in the order of its rows' keys. A cursor holds keys and not a position: rows that come or go between two pages neither
/// double nor skip others.
/// </summary>
public sealed class KeyedList<T> : IReadOnlyList<T>
{
    private readonly string owner;
    private readonly Type[] types;
    private readonly (object?[] Keys, T Row)[] rows;

    internal KeyedList(string owner, Type[] types, IEnumerable<(object?[] Keys, T Row)> rows)
    {
        this.owner = owner;
        this.types = types;
        this.rows = [.. rows.OrderBy(row => row.Keys, KeyValues.InOrder)];
    }

    public int Count => rows.Length;

    public T this[int index] => rows[index].Row;

    /// <exception cref="Errors.GraphQLException">BAD_CURSOR: a cursor that was not given out for this list.</exception>
    internal Connection<T> ToConnection(PagingArguments arguments)
    {
        var binding = Cursor.Bind(string.Join(", ", types.Select(type => type.Name)), $"{arguments.Scope}\n{owner}");
        var from = arguments.After is { } after ? CountWhile(Read(after), orEqual: true) : 0;
        var to = arguments.Before is { } before ? Math.Max(from, CountWhile(Read(before), orEqual: false)) : Count;
        if (arguments.IsBackward)
            from = Math.Max(from, to - arguments.Size);
        else
            to = Math.Min(to, from + arguments.Size);

        List<Edge<T>> edges = [.. rows[from..to].Select(row => new Edge<T>(row.Row, _ => Cursor.Write(binding, row.Keys)))];
        var info = new PageInfo(
            HasNextPage: to < Count,
            HasPreviousPage: from > 0,
            StartCursor: edges.FirstOrDefault()?.Cursor,
            EndCursor: edges.LastOrDefault()?.Cursor
        );
        return new Connection<T>(edges, info, Count);

        object?[] Read(string cursor) =>
            Cursor.Read(cursor, binding, types) is var keys && !keys.Contains(null) ? keys : throw Cursor.Refuse();
    }

    public IEnumerator<T> GetEnumerator() => rows.Select(row => row.Row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many rows come before the keys; those with the same keys among them or not.</summary>
    private int CountWhile(object?[] keys, bool orEqual) =>
        rows.TakeWhile(row => KeyValues.InOrder.Compare(row.Keys, keys) is var side && (side < 0 || (orEqual && side == 0))).Count();
}

/// <summary>The order of rows by their keys, the first one first; texts by their characters, whatever the machine's language.</summary>
internal sealed class KeyValues : IComparer<object?[]>
{
    public static readonly KeyValues InOrder = new();

    public int Compare(object?[]? x, object?[]? y) => x!.Zip(y!, Compare).FirstOrDefault(side => side != 0); // Keys of one list have one length.

    private static int Compare(object? one, object? other) =>
        (one, other) is (string text, string than) ? string.CompareOrdinal(text, than) : Comparer<object>.Default.Compare(one, other);
}
