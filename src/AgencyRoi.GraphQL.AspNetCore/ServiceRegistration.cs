using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>HotChocolate's two lines: <c>services.AddGraphQLServer()</c> and <c>app.MapGraphQL()</c>. A host that makes its engines itself needs neither.</summary>
public static class ServiceRegistration
{
    private const string DefaultSchema = "_Default";

    /// <summary>
    /// The builder of a schema, the same one at every call with that name, so that each part of a host can add its types. Whatever the
    /// container knows is a service in resolvers, marked or not. The options are those of the first call.
    /// </summary>
    public static RequestExecutorBuilder AddGraphQLServer(
        this IServiceCollection services,
        string schemaName = DefaultSchema,
        ExecutionOptions? options = null
    )
    {
        if (Find(services, schemaName) is { } present)
            return present;
        var builder = new RequestExecutorBuilder();
        services.AddKeyedSingleton(schemaName, builder);
        services.AddKeyedSingleton(schemaName, (provider, _) => new GraphQLEngine(BuildSchema(builder, provider), options));
        return builder;
    }

    /// <summary>Answers with a registered schema, which is built now: a mistake in it ends the start and not the first request.</summary>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        string pattern = "/graphql",
        string schemaName = DefaultSchema
    )
    {
        var engine = endpoints.ServiceProvider.GetRequiredKeyedService<GraphQLEngine>(schemaName);
        return endpoints.MapGraphQL(pattern, new GraphQLHttpOptions { Engine = _ => engine });
    }

    private static RequestExecutorBuilder? Find(IServiceCollection services, string schemaName) =>
        services
            .Where(service => service.IsKeyedService && schemaName.Equals(service.ServiceKey))
            .Select(service => service.KeyedImplementationInstance)
            .OfType<RequestExecutorBuilder>()
            .FirstOrDefault();

    private static TypeSystem.Schema BuildSchema(RequestExecutorBuilder builder, IServiceProvider provider)
    {
        var container = provider.GetRequiredService<IServiceProviderIsService>();
        return builder
            .ModifyOptions(options =>
            {
                var declared = options.IsService;
                options.IsService = type => declared(type) || (!IsSequence(type) && container.IsService(type));
            })
            .BuildSchema();
    }

    // A container gives out a sequence of anything, of strings too, so for it a list argument would be a service.
    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
}
