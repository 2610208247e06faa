using System.Reflection;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>A paged field's type, arguments and pager.</summary>
internal sealed record BoundConnection(
    GraphQLType Type,
    Pager Pager,
    IReadOnlyList<InputValueDefinition> Arguments,
    AppliedDirective ListSize
);

/// <summary>Makes connection and edge types, named after the field: <c>ClientsConnection</c>, <c>ClientsEdge</c>.</summary>
internal sealed class ConnectionBinder(SchemaBinder binder)
{
    public BoundConnection Bind(string fieldName, MemberInfo member, MemberShape node)
    {
        var attribute = member.Find<UsePagingAttribute>() ?? new UsePagingAttribute();
        var (defaultPageSize, maxPageSize) = (attribute.DefaultPageSize, attribute.MaxPageSize);
        var hasTotalCount = attribute.IncludeTotalCount;
        var stem = GraphQLNaming.Pascal(attribute.ConnectionName ?? fieldName);
        var clr = node.Item is null && node.IsNullable && node.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(node.Type) : node.Type;
        var pager = (Pager)Activator.CreateInstance(typeof(Pager<>).MakeGenericType(clr), defaultPageSize, maxPageSize, hasTotalCount)!;
        var listSize = CostDirectives.ListSize(
            new ListSizeAttribute
            {
                AssumedSize = maxPageSize,
                SlicingArguments = ["first", "last"],
                SlicingArgumentDefaultValue = defaultPageSize,
                SizedFields = ["edges", "nodes"],
                RequireOneSlicingArgument = false,
            }
        );
        var fields = (IConnectionFields)Activator.CreateInstance(typeof(ConnectionFields<>).MakeGenericType(clr))!;
        return new(ConnectionType(stem, node, fields, hasTotalCount), pager, ArgumentsFor(defaultPageSize, maxPageSize), listSize);
    }

    private ObjectType ConnectionType(string stem, MemberShape node, IConnectionFields fields, bool hasTotalCount)
    {
        var name = stem + "Connection";
        return binder.Named(
            name,
            ("a connection of", node, hasTotalCount),
            () =>
                new ObjectType(name)
                {
                    Description = "A page of a list, with what is needed to ask for the next one.",
                    RuntimeType = fields.ConnectionType,
                },
            connection =>
            {
                var nodeType = binder.Outputs.Bind(node);
                var edge = EdgeType(stem, node, nodeType, fields);
                List<FieldDefinition> members =
                [
                    Field("pageInfo", new NonNullType(PageInfoType()), "Where the page lies.", value => ((IConnection)value).PageInfo),
                    Field("edges", new ListType(new NonNullType(edge)), "The items of the page, each with its cursor.", fields.Edges),
                    Field("nodes", new ListType(nodeType), "The items of the page.", fields.Nodes),
                ];
                if (hasTotalCount)
                    members.Add(
                        new FieldDefinition("totalCount", new NonNullType(StandardScalars.Int))
                        {
                            Description = "The number of items on all pages; counted only when it is asked for.",
                            Directives = [CostDirectives.Load],
                            Resolver = new FieldResolver.Pure(connection => TotalCount(connection)),
                        }
                    );
                connection.Fields = new(members);
            }
        );
    }

    private ObjectType EdgeType(string stem, MemberShape node, GraphQLType nodeType, IConnectionFields fields)
    {
        var name = stem + "Edge";
        return binder.Named(
            name,
            ("an edge of", node),
            () => new ObjectType(name) { Description = "An item of a list and its place in it.", RuntimeType = fields.EdgeType },
            edge =>
                edge.Fields = new([
                    Field(
                        "cursor",
                        new NonNullType(StandardScalars.String),
                        "The item's place, to be given as `after` or `before`.",
                        fields.Cursor
                    ),
                    Field("node", nodeType, "The item.", fields.Node),
                ])
        );
    }

    private ObjectType PageInfoType() =>
        binder.Named(
            "PageInfo",
            "every connection",
            () => new ObjectType("PageInfo") { Description = "Where a page lies in its list.", RuntimeType = typeof(IPageInfo) },
            info =>
                info.Fields = new([
                    Field(
                        "hasNextPage",
                        new NonNullType(StandardScalars.Boolean),
                        "Whether there are items after this page.",
                        value => ((IPageInfo)value).HasNextPage
                    ),
                    Field(
                        "hasPreviousPage",
                        new NonNullType(StandardScalars.Boolean),
                        "Whether there are items before this page.",
                        value => ((IPageInfo)value).HasPreviousPage
                    ),
                    Field(
                        "startCursor",
                        StandardScalars.String,
                        "The place of the first item; null on an empty page.",
                        value => ((IPageInfo)value).StartCursor
                    ),
                    Field(
                        "endCursor",
                        StandardScalars.String,
                        "The place of the last item; null on an empty page.",
                        value => ((IPageInfo)value).EndCursor
                    ),
                ])
        );

    private static FieldDefinition Field(string name, GraphQLType type, string description, Func<object, object?> read) =>
        new(name, type) { Description = description, Resolver = new FieldResolver.Pure(read) };

    private static int TotalCount(object connection) =>
        ((IConnection)connection).TotalCount
        ?? throw new InvalidOperationException(
            "The connection was made without the count that PagingArguments.IncludeTotalCount asked for."
        );

    private static InputValueDefinition[] ArgumentsFor(int defaultPageSize, int maxPageSize) =>
        [
            new("first", StandardScalars.Int)
            {
                Description = $"How many items from the start, at most {maxPageSize}; {defaultPageSize} when no size is given.",
            },
            new("after", StandardScalars.String) { Description = "Only items after this cursor." },
            new("last", StandardScalars.Int)
            {
                Description = $"How many items from the end, at most {maxPageSize}; not together with `first`.",
            },
            new("before", StandardScalars.String) { Description = "Only items before this cursor." },
        ];

    private interface IConnectionFields
    {
        Type ConnectionType { get; }
        Type EdgeType { get; }
        object? Edges(object connection);
        object? Nodes(object connection);
        object? Cursor(object edge);
        object? Node(object edge);
    }

    private sealed class ConnectionFields<T> : IConnectionFields
    {
        public Type ConnectionType => typeof(Connection<T>);
        public Type EdgeType => typeof(Edge<T>);

        public object? Edges(object connection) => ((Connection<T>)connection).Edges;

        public object? Nodes(object connection) => ((Connection<T>)connection).Nodes;

        public object? Cursor(object edge) => ((Edge<T>)edge).Cursor;

        public object? Node(object edge) => ((Edge<T>)edge).Node;
    }
}
