using System.Reflection;
using System.Text.Json;
using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Execution;

/// <summary>
/// A schema from SDL with resolvers by coordinate. A field without one reads the parent's property or dictionary entry of its
/// name; an object of an abstract type says its type by <c>__typename</c>.
/// </summary>
internal sealed class TestServer
{
    public TestServer(string sdl, Dictionary<string, FieldResolver>? resolvers = null, ExecutionOptions? options = null)
    {
        Schema = SchemaFromSdl.Build(sdl);
        foreach (var type in Schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            type.IsTypeOf = value => (Member(value, "__typename") as string ?? value.GetType().Name) == type.Name;
            foreach (var field in type.Fields)
            {
                field.Resolver =
                    resolvers?.GetValueOrDefault($"{type.Name}.{field.Name}")
                    ?? new FieldResolver.Pure(parent => Member(parent, field.Name));
            }
        }
        Engine = new GraphQLEngine(Schema, options);
    }

    public Schema Schema { get; }

    public GraphQLEngine Engine { get; }

    /// <summary>The answer's text.</summary>
    public async Task<string> SendAsync(
        string query,
        string? variables = null,
        OperationContext? context = null,
        string? operationName = null
    )
    {
        using var response = await Engine.ExecuteAsync(
            Request(query, variables, operationName),
            context ?? new OperationContext(),
            TestContext.Current.CancellationToken
        );
        return response.ToString();
    }

    /// <summary>Sends and compares the answer as JSON, ignoring nothing but white space.</summary>
    public async Task ExpectAsync(string query, string answer, string? variables = null, OperationContext? context = null) =>
        Assert.Equal(Compact(answer), await SendAsync(query, variables, context));

    /// <summary>That the answer's data is as given, whatever its errors are. A part of the errors may be named.</summary>
    public static void ExpectData(string data, string answer, string error = "")
    {
        Assert.EndsWith($"\"data\":{Compact(data)}}}", answer, StringComparison.Ordinal);
        Assert.Contains(error, answer, StringComparison.Ordinal);
    }

    public static GraphQLRequest Request(string query, string? variables = null, string? operationName = null) =>
        new(query) { Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement, OperationName = operationName };

    public static FieldResolver PerParent(Func<IResolverContext, Task<object?>> resolve) =>
        new FieldResolver.PerParent(context => new ValueTask<object?>(resolve(context)));

    public static FieldResolver Sync(Func<IResolverContext, object?> resolve) =>
        new FieldResolver.PerParent(context => new ValueTask<object?>(resolve(context)));

    public static FieldResolver Batch(Func<IBatchResolverContext, IEnumerable<object?>> resolve) =>
        new FieldResolver.Batch(context => new ValueTask<IReadOnlyList<object?>>(resolve(context).ToArray()));

    /// <summary>A loader without a class of its own: <typeparamref name="TMark"/> tells two of them apart.</summary>
    public static FetchLoader<TMark> Loader<TMark>(
        IFieldContext context,
        Func<IReadOnlyList<int>, Task<IReadOnlyDictionary<int, string>>> fetch
    ) => context.DataLoaders.Get(fetch, static (fetch, scheduler, options) => new FetchLoader<TMark>(fetch, scheduler, options));

    private static object? Member(object value, string name) =>
        value is IReadOnlyDictionary<string, object?> entries
            ? entries.GetValueOrDefault(name)
            : value.GetType().GetProperty(name, BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public)?.GetValue(value);

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

internal sealed class FetchLoader<TMark>(
    Func<IReadOnlyList<int>, Task<IReadOnlyDictionary<int, string>>> fetch,
    IBatchScheduler scheduler,
    DataLoaderOptions options
) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
        IReadOnlyList<int> keys,
        CancellationToken cancellationToken
    ) => fetch(keys);
}
