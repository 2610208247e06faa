using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Makes a field from a property or method. A property, or a synchronous method of its parent alone, is pure; all else is resolved before writing.</summary>
internal sealed class FieldBinder(SchemaBinder binder)
{
    public static string NameOf(MemberInfo member) =>
        member is MethodInfo method ? GraphQLNaming.Method(method) : GraphQLNaming.Property((PropertyInfo)member);

    public FieldDefinition BindRoot(MemberInfo member, OperationType operation) =>
        (member, operation) switch
        {
            (MethodInfo method, OperationType.Mutation) when binder.Mutations.HasConventions => binder.Mutations.Bind(method),
            (MethodInfo method, OperationType.Subscription) => BindSubscription(method),
            (MethodInfo method, _) => Bind(method, parent: null),
            _ => Bind((PropertyInfo)member, typeof(object)),
        };

    public FieldDefinition BindExtension(MemberInfo member, Type parent) =>
        member is MethodInfo method ? Bind(method, parent) : Bind((PropertyInfo)member, parent);

    public FieldDefinition Bind(PropertyInfo property, Type parent)
    {
        var returned = ReturnedType.Of(property, binder.Nullability);
        var read = ResolverCompiler.Reading(property, parent);
        string[] requires = property.GetMethod!.IsStatic ? [] : [property.Name];
        var draft = Draft(property, returned, parent) with { Requires = requires };
        if (draft.IsPlain)
            return draft.Field(Pure(read, draft), []);
        var untyped = ResolverCompiler.Untyped(read);
        return draft.Field(draft.Complete(context => new ValueTask<object?>(untyped(context.Parent!))), []);
    }

    public FieldDefinition Bind(MethodInfo method, Type? parent)
    {
        if (method.ContainsGenericParameters)
            throw new BindingException("a generic method cannot be a field");
        var isBatch = method.Has<BatchResolverAttribute>();
        var returned = ReturnedType.Of(method, binder.Nullability, isBatch);
        var parameters = binder.Parameters.Bind(method, parent, isBatch);
        var draft = Draft(method, returned, parent, [.. parameters]) with { Requires = RequiredBy(parameters) };
        var arguments = parameters.Select(parameter => parameter.Argument).OfType<InputValueDefinition>();
        parameters = [.. parameters.Select(draft.Supply)];
        if (isBatch)
        {
            var batch = ResolverCompiler.Compile<IBatchResolverContext>(method, parameters);
            return draft.Field(new FieldResolver.Batch(ResolverCompiler.Batch(batch, method.DisplayName(), draft.Next)), arguments);
        }
        var isSynchronous = returned.Type == method.ReturnType;
        if (draft.IsPlain && isSynchronous && parent is not null && parameters.All(parameter => parameter.IsParent))
            return draft.Field(Pure(ResolverCompiler.Reading(method, parent, parameters), draft), arguments);
        return draft.Field(draft.Complete(ResolverCompiler.Compile<IResolverContext>(method, parameters)), arguments);
    }

    public static FieldDefinition Copy(FieldDefinition field) =>
        new(field.Name, field.Type)
        {
            Description = field.Description,
            Arguments = field.Arguments,
            DeprecationReason = field.DeprecationReason,
            Directives = field.Directives,
            Resolver = field.Resolver,
            Requires = field.Requires,
            CachesResponse = field.CachesResponse,
        };

    /// <summary>The field without its resolver: its type, and what has to happen with the value that the member returns.</summary>
    public FieldDraft Draft(MemberInfo member, ReturnedType returned, Type? parent, IReadOnlyList<BoundParameter>? parameters = null)
    {
        var name = NameOf(member);
        var authorization = Authorization.Of(member, binder.Settings.Options);
        var isPaged = member.Has<UsePagingAttribute>() || returned.PagedNode is not null;
        var item =
            returned.PagedNode ?? (MemberShape.FindItemType(returned.Type) is { } itemType ? (itemType, ItemInfo(returned.Info)) : null);
        var query = BindQuery(member, item?.Type, parameters ?? [], out var queryArguments);
        if (isPaged)
        {
            // A plain list has no keys, and a cursor without keys is a position, which moves when rows come and go.
            var node =
                returned.PagedNode
                ?? (typeof(IQueryable).IsAssignableFrom(returned.Type) ? item : null)
                ?? throw new BindingException($"[UsePaging] needs a query, a list with keys, a page or a connection, not {returned.Type}");
            var connection = binder.Connections.Bind(name, member, MemberShape.Of(node.Type, node.Info));
            return new(binder, member, name, connection.Type)
            {
                Query = query,
                Pager = connection.Pager,
                Authorization = authorization,
                AddedArguments = [.. connection.Arguments, .. queryArguments],
                AddedDirectives = member.Has<ListSizeAttribute>() ? [] : [connection.ListSize],
            };
        }

        var shape = MemberShape.Of(returned.Type, returned.Info);
        if (authorization is not null)
            shape = shape with { IsNullable = true };
        var idType = binder.Nodes.IdTypeOf(member, parent);
        var type = binder.Outputs.Bind(idType is null ? shape : shape.WithInnermost(typeof(GlobalId)));
        return new(binder, member, name, type)
        {
            Query = query,
            Convert = OutputConversion.For(shape, idType),
            IdType = idType,
            Authorization = authorization,
            AddedArguments = queryArguments,
        };
    }

    private static FieldResolver.Pure Pure(LambdaExpression read, FieldDraft draft)
    {
        var untyped = ResolverCompiler.Untyped(read);
        var convert = draft.Convert;
        return new FieldResolver.Pure(convert is null ? untyped : parent => untyped(parent) is { } value ? convert(value) : null)
        {
            Write = draft.Type is NonNullType { OfType: NamedType named }
                ? PureWriter.For(read, named, draft.IdType, isConverted: convert is not null)
                : null,
        };
    }

    private static string[]? RequiredBy(IReadOnlyList<BoundParameter> parameters) =>
        parameters.All(parameter => parameter.Requires is not null)
            ? [.. parameters.SelectMany(parameter => parameter.Requires!).Distinct()]
            : null;

    private static NullabilityInfo? ItemInfo(NullabilityInfo info) =>
        info.ElementType ?? (info.GenericTypeArguments is [var single] ? single : null);

    private QueryReader? BindQuery(
        MemberInfo member,
        Type? item,
        IReadOnlyList<BoundParameter> parameters,
        out InputValueDefinition[] arguments
    )
    {
        arguments = [];
        var asked = parameters.FirstOrDefault(parameter => parameter.IsQueryContext)?.Parameter.ParameterType.GetGenericArguments()[0];
        var filters = member.Has<UseFilteringAttribute>();
        var sorts = member.Has<UseSortingAttribute>();
        if (!filters && !sorts && asked is null)
            return null;
        var type = asked ?? item ?? throw new BindingException("[UseFiltering] and [UseSorting] need a list");
        (InputValueDefinition Argument, FilterShape Reader)? filter = filters ? binder.Filters.Bind(type) : null;
        (InputValueDefinition Argument, SortShape Reader)? sort = sorts ? binder.Sorts.Bind(type) : null;
        arguments = [.. new[] { filter?.Argument, sort?.Argument }.OfType<InputValueDefinition>()];
        return QueryReader.For(type, filter?.Reader, sort?.Reader);
    }

    private FieldDefinition BindSubscription(MethodInfo method)
    {
        var subscribe = method.Find<SubscribeAttribute>() ?? throw new BindingException("a subscription's field is marked [Subscribe]");
        var open =
            (subscribe.With is { } with ? method.DeclaringType!.GetMethod(with, BindingFlags.Public | BindingFlags.Static) : null)
            ?? throw new BindingException("[Subscribe(With = ...)] names a public static method of the same class that opens the stream");
        var returned = ReturnedType.Of(method, binder.Nullability, isBatch: false);
        var parameters = binder.Parameters.Bind(method, parent: null, isBatch: false);
        var streamParameters = binder.Parameters.Bind(open, parent: null, isBatch: false);
        var draft = Draft(method, returned, parent: null, parameters);
        var arguments = streamParameters
            .Concat(parameters)
            .Select(parameter => parameter.Argument)
            .OfType<InputValueDefinition>()
            .DistinctBy(argument => argument.Name);
        var resolve = draft.Resolve(ResolverCompiler.Compile<IResolverContext>(method, parameters.Select(draft.Supply)));
        return draft.Field(new FieldResolver.Subscribe(EventStream.Compile(open, streamParameters), resolve), arguments);
    }
}
