using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

using BatchFunction = Func<IBatchResolverContext, ValueTask<IReadOnlyList<object?>>>;
using ResolverFunction = Func<IResolverContext, ValueTask<object?>>;

/// <summary>Compiles a call of a resolver method, with its parameters read from the context, into one delegate: no reflection when it runs.</summary>
internal static class ResolverCompiler
{
    public static Func<TContext, ValueTask<object?>> Compile<TContext>(
        MethodInfo method,
        IEnumerable<BoundParameter> parameters,
        Func<Expression, Expression>? argumentsOf = null
    )
    {
        var context = Expression.Parameter(typeof(TContext), "context");
        var arguments = argumentsOf?.Invoke(context) ?? Arguments(context);
        var call = Expression.Call(method, parameters.Select(parameter => parameter.Read(context, arguments)));
        return CompiledAtFirstUse.Of(Expression.Lambda<Func<TContext, ValueTask<object?>>>(AsValueTask(call), context));
    }

    /// <summary>A synchronous method of its parent alone.</summary>
    public static LambdaExpression Reading(MethodInfo method, Type parent, IEnumerable<BoundParameter> parameters)
    {
        var value = Expression.Parameter(parent, "parent");
        return Expression.Lambda(
            Expression.Call(method, parameters.Select(parameter => Expression.Convert(value, parameter.Parameter.ParameterType))),
            value
        );
    }

    public static LambdaExpression Reading(PropertyInfo property, Type parent)
    {
        var value = Expression.Parameter(parent, "parent");
        return Expression.Lambda(Expression.Property(property.GetMethod!.IsStatic ? null : value, property), value);
    }

    /// <summary>The same over objects.</summary>
    public static Func<object, object?> Untyped(LambdaExpression read)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        var value = Expression.Invoke(read, Expression.Convert(parent, read.Parameters[0].Type));
        return CompiledAtFirstUse.Of(Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent));
    }

    public static Expression Arguments(Expression context) =>
        Expression.Property(Expression.Convert(context, typeof(IFieldContext)), nameof(IFieldContext.Arguments));

    /// <summary>Any return type as a <c>ValueTask&lt;object?&gt;</c> that is complete at once when the method was.</summary>
    public static Expression AsValueTask(Expression call)
    {
        var type = call.Type;
        var adapter =
            ReturnedType.Is(type, typeof(Task<>)) ? nameof(FromTask)
            : ReturnedType.Is(type, typeof(ValueTask<>)) ? nameof(FromValueTask)
            : null;
        return adapter is null
            ? Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)))
            : Expression.Call(typeof(ResolverCompiler), adapter, type.GetGenericArguments(), call);
    }

    public static ResolverFunction Then(ResolverFunction resolve, Func<object, object?> convert) =>
        Then(resolve, (_, value) => new ValueTask<object?>(convert(value)));

    /// <summary>Another step for values that are not null.</summary>
    public static ResolverFunction Then(ResolverFunction resolve, Func<IFieldContext, object, ValueTask<object?>> next)
    {
        return context =>
        {
            var value = resolve(context);
            return value.IsCompletedSuccessfully ? Continue(context, value.Result) : AwaitThenContinue(context, value);
        };

        ValueTask<object?> Continue(IResolverContext context, object? value) => value is null ? default : next(context, value);

        async ValueTask<object?> AwaitThenContinue(IResolverContext context, ValueTask<object?> value) =>
            await Continue(context, await value.ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>The items of a batch resolver's list, each passed through <paramref name="next"/>; an item's error becomes a <see cref="GraphQLException"/>.</summary>
    public static BatchFunction Batch(
        Func<IBatchResolverContext, ValueTask<object?>> resolve,
        string member,
        Func<IFieldContext, object, ValueTask<object?>>? next
    ) =>
        async context =>
        {
            var items = (IEnumerable?)await resolve(context).ConfigureAwait(false);
            var results = new List<object?>(context.Parents.Count);
            foreach (var item in items ?? Array.Empty<object?>())
            {
                var result = item;
                if (item is IResolverResult single)
                    result = single.Error is { } error ? new GraphQLException(error) : single.Value;
                if (next is not null && result is not null and not GraphQLException)
                    result = await next(context, result).ConfigureAwait(false);
                results.Add(result);
            }
            return results.Count == context.Parents.Count
                ? results
                : throw new InvalidOperationException($"{member} returned {results.Count} results for {context.Parents.Count} parents.");
        };

    private static ValueTask<object?> FromTask<T>(Task<T> task) =>
        task.IsCompletedSuccessfully ? new(task.GetAwaiter().GetResult()) : AwaitTask(task);

    private static async ValueTask<object?> AwaitTask<T>(Task<T> task) => await task.ConfigureAwait(false);

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new(task.Result) : AwaitValueTask(task);

    private static async ValueTask<object?> AwaitValueTask<T>(ValueTask<T> task) => await task.ConfigureAwait(false);
}
