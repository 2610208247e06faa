using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>Pages of a list that lies in memory in its final order: a cursor is a place in the list.</summary>
internal static class PagesInMemory
{
    /// <exception cref="Errors.GraphQLException">BAD_CURSOR: a cursor that was not given out for this list.</exception>
    public static Connection<T> ToConnection<T>(this IReadOnlyList<T> items, PagingArguments arguments)
    {
        var binding = Cursor.Bind("", arguments.Scope);
        var from = arguments.After is { } after ? Position(after) + 1 : 0;
        var to = arguments.Before is { } before ? Position(before) : items.Count;
        (from, to) = (Math.Min(from, items.Count), Math.Min(to, items.Count));
        if (arguments.IsBackward)
            from = Math.Max(from, to - arguments.Size);
        else
            to = Math.Min(to, from + arguments.Size);

        var edges = new List<Edge<T>>();
        for (var i = from; i < to; i++)
        {
            var position = i;
            edges.Add(new Edge<T>(items[i], _ => Cursor.Write(binding, [position])));
        }
        var info = new PageInfo(
            HasNextPage: to < items.Count,
            HasPreviousPage: from > 0,
            StartCursor: edges.FirstOrDefault()?.Cursor,
            EndCursor: edges.LastOrDefault()?.Cursor
        );
        return new Connection<T>(edges, info, items.Count);

        int Position(string cursor) =>
            Cursor.Read(cursor, binding, [typeof(int)])[0] is int position and >= 0 ? position : throw Cursor.Refuse();
    }
}
