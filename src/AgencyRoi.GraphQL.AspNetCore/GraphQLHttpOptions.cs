using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Cost;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>What a host decides about its GraphQL endpoint. Each hook is called at most once for a request.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Which engine answers, for example one with another schema for another kind of caller.</summary>
    public required Func<HttpContext, GraphQLEngine> Engine { get; init; }

    /// <summary>Values that resolvers read as the operation's context data; by default the user of the HTTP request.</summary>
    public Func<HttpContext, IReadOnlyDictionary<string, object?>> ContextData { get; init; } =
        static context => new Dictionary<string, object?> { [SchemaOptions.UserKey] = context.User };

    /// <summary>Who opens and closes the units of work of the operation.</summary>
    public Func<HttpContext, OperationLifecycle> Lifecycle { get; init; } = static _ => OperationLifecycle.None;

    /// <summary>Who pays for the operation; by default nobody has to.</summary>
    public Func<HttpContext, OperationBudget?> Budget { get; init; } = static _ => null;

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
}
