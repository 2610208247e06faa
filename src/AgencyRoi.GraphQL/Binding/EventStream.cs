using System.Reflection;
using System.Runtime.CompilerServices;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Opens a subscription's stream by its method, whatever the type of its events.</summary>
internal static class EventStream
{
    public static Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> Compile(
        MethodInfo open,
        IReadOnlyList<BoundParameter> parameters
    )
    {
        var stream = open.ReturnType;
        if (ReturnedType.Is(stream, typeof(Task<>)) || ReturnedType.Is(stream, typeof(ValueTask<>)))
            stream = stream.GetGenericArguments()[0];
        if (!ReturnedType.Is(stream, typeof(IAsyncEnumerable<>)))
            throw new BindingException($"{open.Name} opens an IAsyncEnumerable<T>, not {stream}");
        var call = ResolverCompiler.Compile<IResolverContext>(open, parameters);
        var box = typeof(EventStream)
            .GetMethod(nameof(Box), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(stream.GetGenericArguments())
            .CreateDelegate<Func<object, CancellationToken, IAsyncEnumerable<object?>>>();
        return async context =>
            await call(context).ConfigureAwait(false) is { } events
                ? box(events, context.CancellationToken)
                : throw new InvalidOperationException($"{open.Name} opened no stream.");
    }

    private static async IAsyncEnumerable<object?> Box<T>(object events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in ((IAsyncEnumerable<T>)events).WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return item;
    }
}
