using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>A field before it has a resolver: what the member's value passes through on its way out.</summary>
internal sealed record FieldDraft(SchemaBinder Binder, MemberInfo Member, string Name, GraphQLType Type)
{
    /// <summary>Reads <c>where</c> and <c>order</c>; null when the field has neither.</summary>
    public QueryReader? Query { get; init; }
    public Pager? Pager { get; init; }
    public Func<object, object?>? Convert { get; init; }
    public string? IdType { get; init; }
    public Authorization? Authorization { get; init; }
    public IReadOnlyList<InputValueDefinition> AddedArguments { get; init; } = [];
    public IReadOnlyList<AppliedDirective> AddedDirectives { get; init; } = [];

    /// <inheritdoc cref="FieldDefinition.Requires"/>
    public IReadOnlyList<string>? Requires { get; init; }

    /// <summary>Whether the value is read from the parent and nothing else happens.</summary>
    public bool IsPlain => Query is null && Pager is null && Authorization is null;

    /// <summary>Whether the value has to be fetched: it is awaited, or is a query that runs when it is read.</summary>
    private bool IsLoaded =>
        Member is MethodInfo { ReturnType: var returned }
        && (typeof(Task).IsAssignableFrom(returned) || IsValueTask(returned) || typeof(IQueryable).IsAssignableFrom(returned));

    private bool suppliesQuery;

    /// <summary>Gives the parameters that belong to the field as a whole their values: paging arguments and query context.</summary>
    public BoundParameter Supply(BoundParameter parameter)
    {
        if (parameter.IsPaging)
        {
            var pager = Pager ?? throw new BindingException("PagingArguments are only for a paged field ([UsePaging])");
            return parameter with
            {
                Read = (context, _) =>
                    Expression.Call(
                        Expression.Constant(pager),
                        nameof(Pager.Read),
                        null,
                        Expression.Convert(context, typeof(IFieldContext))
                    ),
            };
        }
        if (!parameter.IsQueryContext)
            return parameter;
        suppliesQuery = true;
        return parameter with
        {
            Read = (context, _) =>
                Expression.Call(
                    Expression.Constant(Query!, Query!.GetType()),
                    "Read",
                    null,
                    Expression.Convert(context, typeof(IFieldContext))
                ),
        };
    }

    /// <summary>What happens with a value that is not null; null: nothing.</summary>
    public Func<IFieldContext, object, ValueTask<object?>>? Next
    {
        get
        {
            var query = suppliesQuery ? null : Query;
            if (Pager is { } pager)
                return (context, value) => pager.ToConnectionAsync(context, query?.Apply(context, value) ?? value);
            if (query is null && Convert is not { } convert)
                return null;
            return (context, value) =>
            {
                var shaped = query?.Apply(context, value) ?? value;
                return new(Convert is null ? shaped : Convert(shaped));
            };
        }
    }

    public Func<IResolverContext, ValueTask<object?>> Resolve(Func<IResolverContext, ValueTask<object?>> read) =>
        Next is { } next ? ResolverCompiler.Then(read, next) : read;

    public FieldResolver Complete(Func<IResolverContext, ValueTask<object?>> read) => new FieldResolver.PerParent(Resolve(read));

    public FieldDefinition Field(FieldResolver resolver, IEnumerable<InputValueDefinition> arguments) =>
        new(Name, Type)
        {
            Description = Description(),
            DeprecationReason = Member.DeprecationReason(),
            Directives = [.. CostDirectives.Of(Member, IsLoaded), .. AddedDirectives],
            Arguments = new(arguments.Concat(AddedArguments)),
            Resolver = Authorization?.Guard(resolver) ?? resolver,
            Requires = Requires,
            CachesResponse = Member.Has<CacheResponseAttribute>(),
        };

    private static bool IsValueTask(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    private string? Description() =>
        Member is MethodInfo method ? Binder.Documentation.Of(method) : Binder.Documentation.Of((PropertyInfo)Member);
}
