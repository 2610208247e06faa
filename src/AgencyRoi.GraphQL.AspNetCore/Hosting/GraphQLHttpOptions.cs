using AgencyRoi.GraphQL.AspNetCore.Requests;
using AgencyRoi.GraphQL.AspNetCore.Streaming;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;

namespace AgencyRoi.GraphQL.AspNetCore.Hosting;

/// <summary>What a host decides about its GraphQL endpoint. Each hook is called at most once for a request.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Which engine answers, for example one with another schema for another kind of caller.</summary>
    public required Func<HttpContext, GraphQLEngine> Engine { get; init; }

    /// <summary>Who opens and closes the units of work of the operation.</summary>
    public Func<HttpContext, OperationLifecycle> Lifecycle { get; init; } = static _ => OperationLifecycle.None;

    /// <summary>Who pays for the operation; by default nobody has to.</summary>
    public Func<HttpContext, OperationBudget?> Budget { get; init; } = static _ => null;

    /// <summary>Who keeps answers; by default nobody does.</summary>
    public Func<HttpContext, ResponseCache?> ResponseCache { get; init; } = static _ => null;

    /// <summary>Whether this caller may run nothing but <see cref="ExecutionOptions.TrustedDocuments"/>.</summary>
    public Func<HttpContext, bool> TrustedDocumentsOnly { get; init; } = static _ => false;

    /// <summary>Written as the header <c>X-Request-Id</c> and as <c>extensions.requestId</c> of every error; null: neither.</summary>
    public Func<HttpContext, string?> RequestId { get; init; } = static context => context.TraceIdentifier;

    /// <summary>The longest body in bytes; a longer one is answered with 413.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Answers that go on.</summary>
    public GraphQLStreamOptions Streams { get; init; } = new();

    /// <summary>WebSockets.</summary>
    public GraphQLSocketOptions Sockets { get; init; } = new();

    /// <summary>What the hooks say of this request, for the engine.</summary>
    internal OperationContext OperationFor(HttpContext context, AllowedOperations allowed, string? requestId, bool decimalsAsStrings) =>
        new()
        {
            Services = new ServicesOnDemand(context),
            Lifecycle = Lifecycle(context),
            AllowedOperations = allowed,
            TrustedDocumentsOnly = TrustedDocumentsOnly(context),
            RequestId = requestId,
            Budget = Budget(context),
            ResponseCache = ResponseCache(context),
            Cost = CostHeader.Read(context.Request),
            DecimalsAsStrings = decimalsAsStrings,
        };

    /// <summary>The request's services, whose scope ASP.NET opens when it is first asked for: an operation without a service needs none.</summary>
    private sealed class ServicesOnDemand(HttpContext context) : IServiceProvider
    {
        public object? GetService(Type serviceType) => context.RequestServices.GetService(serviceType);
    }
}
