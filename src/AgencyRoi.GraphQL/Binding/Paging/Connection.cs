namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>For the binder: a connection whatever its nodes are.</summary>
internal interface IConnection
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
    private readonly Func<T, string>? createCursor;
    private IReadOnlyList<Edge<T>>? edges;

    public Connection(IReadOnlyList<Edge<T>> edges, IPageInfo pageInfo, int? totalCount = null)
    {
        this.edges = edges;
        Nodes = [.. edges.Select(edge => edge.Node)];
        PageInfo = pageInfo;
        TotalCount = totalCount;
    }

    internal Connection(Page<T> page, Func<T, string> createCursor)
    {
        this.createCursor = createCursor;
        Nodes = page.Items;
        PageInfo = new ConnectionPageInfo<T>(page);
        TotalCount = page.TotalCount;
    }

    // Most requests read the nodes alone: edges are made for those that do not.
    public IReadOnlyList<Edge<T>> Edges => edges ??= [.. Nodes.Select(node => new Edge<T>(node, createCursor!))]; // A page has no edges but a way to make them.
    public IReadOnlyList<T> Nodes { get; }
    public IPageInfo PageInfo { get; }
    public int? TotalCount { get; }
}

/// <summary>A node and the cursor that stands for its place.</summary>
public sealed class Edge<T>
{
    private readonly Func<T, string> createCursor;

    public Edge(T node, string cursor)
        : this(node, _ => cursor) { }

    internal Edge(T node, Func<T, string> createCursor) => (Node, this.createCursor) = (node, createCursor);

    public T Node { get; }
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
