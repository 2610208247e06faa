namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>For the binder: a connection whatever its nodes are.</summary>
public interface IConnection
{
    IPageInfo PageInfo { get; }

    /// <summary>Null when it was not asked for.</summary>
    int? TotalCount { get; }
}

/// <summary>Where a page lies.</summary>
public interface IPageInfo
{
    bool HasNextPage { get; }
    bool HasPreviousPage { get; }
    string? StartCursor { get; }
    string? EndCursor { get; }
}

/// <summary>A page of nodes with their cursors. https://relay.dev/graphql/connections.htm</summary>
public sealed class Connection<T>(IReadOnlyList<Edge<T>> edges, IPageInfo pageInfo, int? totalCount = null) : IConnection
{
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;
    public IEnumerable<T> Nodes => Edges.Select(edge => edge.Node);
    public IPageInfo PageInfo { get; } = pageInfo;
    public int? TotalCount { get; } = totalCount;
}

/// <summary>A node and the cursor that stands for its place.</summary>
public sealed class Edge<T>(T node, Func<T, string> createCursor)
{
    public Edge(T node, string cursor)
        : this(node, _ => cursor) { }

    public T Node { get; } = node;
    public string Cursor => createCursor(Node);
}

/// <summary>Page information that was computed beforehand.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor) : IPageInfo;

internal sealed class ConnectionPageInfo<T>(Page<T> page) : IPageInfo
{
    public bool HasNextPage => page.HasNextPage;
    public bool HasPreviousPage => page.HasPreviousPage;
    public string? StartCursor => page.Count == 0 ? null : page.CreateCursor(page[0]);
    public string? EndCursor => page.Count == 0 ? null : page.CreateCursor(page[^1]);
}
