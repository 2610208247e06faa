using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>A resolver's parameter: where its value comes from, and the argument it makes, if it is one.</summary>
internal sealed record BoundParameter(
    ParameterInfo Parameter,
    Func<Expression, Expression, Expression> Read,
    InputValueDefinition? Argument = null
)
{
    /// <summary>Whether the value comes from the parent alone.</summary>
    public bool IsParent { get; init; }
    public bool IsPaging { get; init; }
    public bool IsQueryContext { get; init; }

    /// <summary>The parent's properties that are read by it; null when it gives the resolver the whole parent.</summary>
    public IReadOnlyList<string>? Requires { get; init; } = [];
}

/// <summary>Decides for each parameter of a resolver whether it is the parent, something of the operation, a service, or an argument.</summary>
internal sealed class ParameterBinder(SchemaBinder binder)
{
    private const string OfContext = nameof(IFieldContext.Services);

    /// <param name="method">The resolver.</param>
    /// <param name="parent">The .NET type of the parent; null for a root field.</param>
    /// <param name="isBatch">Whether the parent parameter is the list of all parents.</param>
    public IReadOnlyList<BoundParameter> Bind(MethodInfo method, Type? parent, bool isBatch) =>
        [.. method.GetParameters().Select(parameter => Bind(parameter, parent, isBatch))];

    private BoundParameter Bind(ParameterInfo parameter, Type? parent, bool isBatch)
    {
        var type = parameter.ParameterType;
        if (parameter.Has<ParentAttribute>())
            return Parent(parameter, parent, isBatch);
        if (parameter.Has<EventMessageAttribute>())
            return new(parameter, (context, _) => Expression.Convert(ParentOf(context), type)) { Requires = null };
        if (type == typeof(PagingArguments))
            return new(parameter, (_, _) => throw new InvalidOperationException("Read by the field's pager.")) { IsPaging = true };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(QueryContext<>))
            return new(parameter, (_, _) => throw new InvalidOperationException("Read by the field's filter.")) { IsQueryContext = true };
        if (FromOperation(type) is { } read)
            return new(parameter, (context, _) => read(context)) { Requires = type.IsAssignableTo(typeof(IFieldContext)) ? null : [] };
        if (typeof(IDataLoader).IsAssignableFrom(type) && type.IsClass)
            return new(
                parameter,
                (context, _) => Expression.Call(typeof(DataLoaderActivator<>).MakeGenericType(type), "Of", null, context)
            );
        if (IsService(type))
            return Service(parameter, IsRequired(parameter));
        return Argument(parameter, GraphQLNaming.Parameter(parameter));
    }

    /// <summary>The parameter as an argument of that name.</summary>
    public BoundParameter Argument(ParameterInfo parameter, string name)
    {
        var argument = binder.Inputs.Argument(parameter, name, out var read);
        return new(parameter, (_, arguments) => read(arguments), argument);
    }

    private BoundParameter Parent(ParameterInfo parameter, Type? parent, bool isBatch)
    {
        var type = parameter.ParameterType;
        var item = isBatch ? MemberShape.FindItemType(type) : type;
        if (parent is null || item is null || !item.IsAssignableFrom(parent))
            throw new BindingException(
                $"the parent parameter {parameter.Name} is {type}, which does not fit {parent?.ToString() ?? "a root field"}{(isBatch ? " (a batch takes a list)" : "")}"
            );
        var bound = isBatch
            ? new BoundParameter(
                parameter,
                (context, _) =>
                    Expression.Convert(Expression.Call(typeof(ContextReader), nameof(ContextReader.Parents), [item], context), type)
            )
            : new BoundParameter(parameter, (context, _) => Expression.Convert(ParentOf(context), type));
        return bound with { IsParent = true, Requires = RequiredOf(parameter, item, parent) };
    }

    private string[]? RequiredOf(ParameterInfo parameter, Type item, Type parent)
    {
        if (parameter.Find<ParentAttribute>()!.Requires is not { } requires)
            return null;
        var names = requires.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (names.Except(OutputBinder.Properties(item).Select(property => property.Name)).FirstOrDefault() is not { } unknown)
            return names;
        var coordinate = $"{binder.Outputs.NameOf(parent)}.{FieldBinder.NameOf(parameter.Member)}";
        throw new BindingException($"{coordinate} requires {unknown} of its parent, which is no public property of {item}");
    }

    private static Expression ParentOf(Expression context) =>
        context.Type == typeof(object) ? context : Expression.Property(context, nameof(IResolverContext.Parent));

    private static Func<Expression, Expression>? FromOperation(Type type) =>
        type switch
        {
            _ when type == typeof(CancellationToken) => context => OfField(context, nameof(IFieldContext.CancellationToken)),
            _ when type == typeof(IServiceProvider) => context => OfField(context, OfContext),
            _ when type == typeof(Schema) => context => OfField(context, nameof(IFieldContext.Schema)),
            _ when type == typeof(FieldDefinition) => context => OfField(context, nameof(IFieldContext.Field)),
            _ when type == typeof(IFieldContext) || type == typeof(IResolverContext) || type == typeof(IBatchResolverContext) => context =>
                Expression.Convert(context, type),
            _ => null,
        };

    private static MemberExpression OfField(Expression context, string property) =>
        Expression.Property(Expression.Convert(context, typeof(IFieldContext)), property);

    private bool IsService(Type type) =>
        typeof(IDataLoader).IsAssignableFrom(type)
        || binder.Settings.Options.IsService(type)
        || typeof(Delegate).IsAssignableFrom(type)
        || (type.IsInterface && MemberShape.FindItemType(type) is null && !ClrTypeMap.IsScalar(type));

    private bool IsRequired(ParameterInfo parameter) =>
        !parameter.HasDefaultValue && !MemberShape.Of(parameter.ParameterType, binder.Nullability.Create(parameter)).IsNullable;

    private static BoundParameter Service(ParameterInfo parameter, bool isRequired) =>
        new(
            parameter,
            (context, _) =>
                Expression.Call(
                    typeof(ContextReader),
                    nameof(ContextReader.Service),
                    [parameter.ParameterType],
                    context,
                    Expression.Constant(isRequired)
                )
        );
}
