using AgencyRoi.Access;
using AgencyRoi.GraphQL;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.Api;

/// <summary>GraphQL at <c>/graphql</c>: one address, and the token picks the schema.</summary>
internal sealed class ApiModule : ProductModule
{
    public const string Address = "/graphql";

    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(ViewerQueries)];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<Engines>();
        services.AddScoped<OperationTransactions>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var engines = endpoints.ServiceProvider.GetRequiredService<Engines>();
        endpoints.MapGraphQL(
            Address,
            new GraphQLHttpOptions
            {
                Engine = context => engines.For(context.RequestServices.GetRequiredService<Viewer>()),
                Lifecycle = context => context.RequestServices.GetRequiredService<OperationTransactions>(),
            }
        );
    }
}

/// <summary>One engine for each schema, made when the product starts: a schema that is wrong never serves.</summary>
internal sealed class Engines
{
    private readonly GraphQLEngine staff;
    private readonly GraphQLEngine portal;

    public Engines(IEnumerable<ProductModule> modules, TimeProvider time)
    {
        var options = new ExecutionOptions
        {
            LoadsOneAtATime = true,
            TimeProvider = time,
            ErrorFilter = KnownFailures.Describe,
        };
        staff = new GraphQLEngine(ProductSchema.ForStaff(modules), options);
        portal = new GraphQLEngine(ProductSchema.ForPortal(modules), options);
    }

    public GraphQLEngine For(Viewer viewer) => viewer.IsStaff ? staff : portal;
}
