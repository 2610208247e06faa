using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Relay;

using FindNode = Func<IResolverContext, object, ValueTask<object?>>;

/// <summary>
/// The interface <c>Node</c>, the root fields <c>node</c> and <c>nodes</c>, and the types of ids. A type is a node of a schema only when something
/// else leads to it there: being findable by id makes nothing visible.
/// </summary>
internal sealed class NodeBinder
{
    /// <summary>How many ids <c>nodes</c> takes.</summary>
    private const int MaxAllowedNodeBatchSize = 100;

    private readonly SchemaBinder binder;
    private readonly HashSet<Type> types = [];
    private readonly Dictionary<Type, MethodInfo> resolvers = [];

    public NodeBinder(SchemaBinder binder)
    {
        this.binder = binder;
        if (!binder.Settings.HasNodes)
            return;
        foreach (var method in binder.Settings.Types.SelectMany(TypeExtensions.Methods).Where(IsResolver))
            binder.Try(method.DisplayName(), () => Add(method));
    }

    /// <summary>Also when its resolver is left out of this schema: an id looks the same in every schema.</summary>
    private bool HasGlobalId(Type type) => types.Contains(type);

    /// <summary>The interface when the type is a node.</summary>
    public InterfaceType? InterfaceFor(Type type)
    {
        if (!resolvers.ContainsKey(type))
            return null;
        return binder.Named(
            "Node",
            "global object identification",
            () => new InterfaceType("Node") { Description = "An object that can be found again by its id." },
            node =>
                node.Fields = new([
                    new FieldDefinition("id", new NonNullType(StandardScalars.ID))
                    {
                        Description = "The object's id in the whole API; opaque.",
                    },
                ])
        );
    }

    /// <summary>The type name in a member's ids; null when the member is no id.</summary>
    public string? IdTypeOf(MemberInfo member, Type? owner)
    {
        if (member.Find<IIdAttribute>() is not { } id)
            return owner is not null && member is PropertyInfo { Name: "Id" } && HasGlobalId(owner) ? binder.Outputs.NameOf(owner) : null;
        if (id.IdTypeName is { } name)
            return name;
        var type = id.IdType ?? owner ?? throw new BindingException("an id outside an object names its type: [ID<T>]");
        return binder.Outputs.NameOf(type);
    }

    public void AddRootFields(ObjectType query)
    {
        var finders = new Dictionary<string, (FindNode Find, Func<string, object?> Parse)>(StringComparer.Ordinal);
        foreach (var (clr, type) in binder.Outputs.Types.ToList())
        {
            if (resolvers.TryGetValue(clr, out var method))
                binder.Try(method.DisplayName(), () => finders.Add(type.Name, Compile(method)));
        }
        if (finders.Count == 0 || InterfaceFor(resolvers.Keys.First()) is not { } node)
            return;
        query.Fields = new([
            .. query.Fields,
            new FieldDefinition("node", node)
            {
                Description = "Any object by its id; null when there is none for whoever asks.",
                Arguments = new([new("id", new NonNullType(StandardScalars.ID)) { Description = "The object's id." }]),
                Directives = [CostDirectives.Load],
                Resolver = new FieldResolver.PerParent(context => FindAsync(context, context.Arguments["id"])),
            },
            new FieldDefinition("nodes", new NonNullType(new ListType(node)))
            {
                Description = "Objects by their ids, in the ids' order; null in the place of each that is not there for whoever asks.",
                Arguments = new([
                    new("ids", new NonNullType(new ListType(new NonNullType(StandardScalars.ID))))
                    {
                        Description = $"The objects' ids, at most {MaxAllowedNodeBatchSize}.",
                    },
                ]),
                Directives =
                [
                    CostDirectives.Load,
                    CostDirectives.ListSize(
                        new ListSizeAttribute
                        {
                            AssumedSize = MaxAllowedNodeBatchSize,
                            SlicingArguments = ["ids"],
                            RequireOneSlicingArgument = false,
                        }
                    ),
                ],
                Resolver = new FieldResolver.PerParent(FindAllAsync),
            },
        ]);

        ValueTask<object?> FindAsync(IResolverContext context, object? id) =>
            GlobalId.TryRead((string?)id, out var typeName, out var text)
            && finders.TryGetValue(typeName, out var finder)
            && finder.Parse(text) is { } key
                ? finder.Find(context, key)
                : default;

        async ValueTask<object?> FindAllAsync(IResolverContext context)
        {
            List<object?> ids = [.. (IEnumerable<object?>)context.Arguments["ids"]!];
            if (ids.Count > MaxAllowedNodeBatchSize)
                throw PageErrors.TooLarge($"`ids` has {ids.Count} entries, and at most {MaxAllowedNodeBatchSize} are allowed.");
            // All are begun before the first is awaited, so that a data loader gets them together.
            var found = ids.Select(id => FindAsync(context, id)).ToList();
            var nodes = new object?[found.Count];
            for (var i = 0; i < nodes.Length; i++)
                nodes[i] = await found[i].ConfigureAwait(false);
            return nodes;
        }
    }

    private void Add(MethodInfo method)
    {
        var type = ReturnedType.Of(method, binder.Nullability, isBatch: false).Type;
        types.Add(type);
        if (binder.Includes(method) && binder.Includes(method.DeclaringType!))
            resolvers.TryAdd(type, method);
    }

    private (FindNode, Func<string, object?>) Compile(MethodInfo method)
    {
        var parameters = binder.Parameters.Bind(method, parent: null, isBatch: false);
        var ids = parameters.Where(parameter => parameter.Argument is not null).ToList();
        if (ids is not [var id])
            throw new BindingException("a node resolver takes the id and otherwise only services");
        var context = Expression.Parameter(typeof(IResolverContext), "context");
        var key = Expression.Parameter(typeof(object), "key");
        var arguments = parameters.Select(parameter =>
            parameter == id
                ? Expression.Convert(key, id.Parameter.ParameterType)
                : parameter.Read(context, ResolverCompiler.Arguments(context))
        );
        var find = Expression.Lambda<FindNode>(ResolverCompiler.AsValueTask(Expression.Call(method, arguments)), context, key);
        return (CompiledAtFirstUse.Of(find), GlobalId.KeyParser(id.Parameter.ParameterType, out _));
    }

    /// <summary>Marked so, or named so in a class of a node.</summary>
    public static bool IsResolver(MemberInfo member) =>
        member is MethodInfo method && (method.Has<NodeResolverAttribute>() || IsConventional(method, method.DeclaringType!));

    private static bool IsConventional(MethodInfo method, Type type)
    {
        var nodeType = type.Find<ITypeExtensionAttribute>()?.ExtendedType ?? type;
        if (!type.Has<NodeAttribute>() && !nodeType.Has<NodeAttribute>())
            return false;
        return method.Name is "Get" or "GetAsync" || method.Name == $"Get{nodeType.Name}" || method.Name == $"Get{nodeType.Name}Async";
    }
}
