using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Entry.Api.ResponseCaching;
using AgencyRoi.GraphQL;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyRoi.Entry.Api;

/// <summary>GraphQL at <c>/graphql</c>: one address, and the token picks the schema.</summary>
internal sealed class ApiModule : ProductModule
{
    public const string Address = "/graphql";
    public const string SchemaAddress = "/graphql/schema.graphql";

    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(ViewerQueries), typeof(ClientsOfViewer), typeof(LimitsOfViewer)];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(InputLimitSettings.Read(settings));
        services.TryAddSingleton<ProductSchemas>();
        services.AddSingleton<Engines>();
        services.AddSingleton<ServiceLimits>();
        services.AddSingleton(ResponseCacheSettings.Read(settings));
        services.AddSingleton<KeptResponses>();
        services.AddSingleton<WriteCountWatch>();
        services.AddScoped<OperationResponses>();
        services.AddScoped<OperationTransactions>();
        services.AddHostedService<CacheMetrics>();
        services.AddHostedService<WarmUp>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var engines = endpoints.ServiceProvider.GetRequiredService<Engines>();
        var kept = endpoints.ServiceProvider.GetRequiredService<KeptResponses>();
        var options = new GraphQLHttpOptions
        {
            Engine = context => engines.For(context.RequestServices.GetRequiredService<Viewer>()),
            Lifecycle = context => context.RequestServices.GetRequiredService<OperationTransactions>(),
            TrustedDocumentsOnly = context => context.RequestServices.GetRequiredService<Viewer>().TrustedDocumentsOnly,
            Budget = context => context.RequestServices.GetRequiredService<RequestBudget>(),
            ResponseCache = context => kept.IsOn ? context.RequestServices.GetRequiredService<OperationResponses>() : null,
            MaxBodyBytes = AgencyHost.MostBytesInABody,
            Streams = LiveOperations.Streams(endpoints.ServiceProvider),
            Sockets = LiveOperations.Sockets(endpoints.ServiceProvider),
        };
        endpoints.MapGraphQL(Address, options).RequireAuthorization(policy => policy.RequireAssertion(LiveOperations.MayAsk));
        endpoints.MapGraphQLSchema(SchemaAddress, options);
    }
}

/// <summary>The two schemas, made once for a list of modules: nothing in them belongs to one host.</summary>
internal sealed class ProductSchemas
{
    public ProductSchemas(IEnumerable<ProductModule> modules)
    {
        // Side by side, since each binds by itself. An error of either is thrown as it is.
        var portal = Task.Run(() => ProductSchema.ForPortal(modules));
        Staff = ProductSchema.ForStaff(modules);
        Portal = portal.GetAwaiter().GetResult();
    }

    public Schema Staff { get; }

    public Schema Portal { get; }
}

/// <summary>The two engines, one for each schema, made when the product starts: a schema that is wrong never serves.</summary>
internal sealed class Engines
{
    private readonly GraphQLEngine staff;
    private readonly GraphQLEngine portal;

    public Engines(ProductSchemas schemas, InputLimitSettings limits, RateLimitSettings points, TimeProvider time)
    {
        // Staff may read the whole schema, so a misspelt name may be answered with its neighbours; the portal gets no such help.
        // What a portal may not see is not in its schema, so nothing of it is guarded.
        staff = new GraphQLEngine(
            schemas.Staff,
            Options(limits, points, time, suggestions: true, MemberPermissions.GuardOf(schemas.Staff))
        );
        portal = new GraphQLEngine(schemas.Portal, Options(limits, points, time, suggestions: false, guard: null));
    }

    public GraphQLEngine For(Viewer viewer) => viewer.IsStaff ? staff : portal;

    private static ExecutionOptions Options(
        InputLimitSettings limits,
        RateLimitSettings points,
        TimeProvider time,
        bool suggestions,
        MemberGuard? guard
    ) =>
        new()
        {
            LoadsOneAtATime = true,
            TimeProvider = time,
            Guard = guard,
            TrustedDocuments = ShippedDocuments.All,
            Cost = new CostOptions { MaxCost = points.OperationPoints },
            Validation = ValidationOptions.Default with { Suggestions = suggestions, Limits = limits.OfDocuments },
            ErrorFilter = static error => ClosedCodes.Close(error),
        };
}
