using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>What the host gives to one operation: it belongs to one request and is never shared between two.</summary>
public sealed class OperationContext
{
    /// <summary>The services that resolvers ask for, normally those of the request's scope.</summary>
    public IServiceProvider Services { get; init; } = NoServices.Instance;

    /// <summary>Told when a query, a mutation field or an event begins and ends: the place of transactions.</summary>
    public OperationLifecycle Lifecycle { get; init; } = OperationLifecycle.None;

    public AllowedOperations AllowedOperations { get; init; } = AllowedOperations.QueryAndMutation;

    /// <summary>Refuses every document but those of <see cref="ExecutionOptions.TrustedDocuments"/>, named by their ids.</summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <summary>Written as <c>extensions.requestId</c> of every error; null: not written.</summary>
    public string? RequestId { get; init; }

    /// <summary>Written as <c>extensions</c> of the answer when there are any at its end; values as in <see cref="Errors.GraphQLError.Extensions"/>.</summary>
    public IReadOnlyDictionary<string, object?>? ResponseExtensions { get; set; }

    /// <summary>Pays for the operation; null: nobody has to.</summary>
    public OperationBudget? Budget { get; init; }

    /// <summary>Keeps answers; null: each is worked out.</summary>
    public ResponseCache? ResponseCache { get; init; }

    /// <summary>Whether the caller wants to know what the operation costs.</summary>
    public CostMode Cost { get; init; }

    /// <summary>Whether the scalar Decimal is written as a string: for callers who read JSON numbers as doubles, which loses digits.</summary>
    public bool DecimalsAsStrings { get; init; }

    /// <summary>The parent of the root fields.</summary>
    public object RootValue { get; init; } = NoServices.Instance;

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}

/// <summary>The kinds of operation that a transport accepts.</summary>
[Flags]
public enum AllowedOperations
{
    None = 0,
    Query = 1,
    Mutation = 2,
    Subscription = 4,
    QueryAndMutation = Query | Mutation,
    All = Query | Mutation | Subscription,
}
