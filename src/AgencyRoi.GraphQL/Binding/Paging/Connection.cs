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
public sealed class Connection<T> : IConnection
{
    // Most requests read the nodes alone: edges are made for those that do not.
    private readonly Lazy<IReadOnlyList<Edge<T>>> edges;

    public Connection(IReadOnlyList<Edge<T>> edges, IPageInfo pageInfo, int? totalCount = null)
        : this([.. edges.Select(edge => edge.Node)], () => edges, pageInfo, totalCount) { }

    internal Connection(IReadOnlyList<T> nodes, Func<IReadOnlyList<Edge<T>>> edges, IPageInfo pageInfo, int? totalCount)
    {
        this.edges = new(edges);
        Nodes = nodes;
        PageInfo = pageInfo;
        TotalCount = totalCount;
    }

    public IReadOnlyList<Edge<T>> Edges => edges.Value;
    public IReadOnlyList<T> Nodes { get; }
    public IPageInfo PageInfo { get; }
    public int? TotalCount { get; }
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
