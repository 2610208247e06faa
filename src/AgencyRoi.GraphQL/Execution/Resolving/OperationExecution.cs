using System.Text.Json;
using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Planning;

namespace AgencyRoi.GraphQL.Execution.Resolving;

/// <summary>One run of a plan: its variables, its host and what it opens only when something asks for it.</summary>
internal sealed class OperationExecution(
    OperationPlan plan,
    IReadOnlyDictionary<string, object?> variables,
    OperationContext context,
    ExecutionOptions options,
    CancellationToken callerToken
) : IDisposable
{
    private readonly Lock sync = new();
    private DataLoaderScope? dataLoaders;
    private CancellationTokenSource? timeout;
    private CancellationTokenRegistration callerRegistration;

    public OperationPlan Plan { get; } = plan;

    public IReadOnlyDictionary<string, object?> Variables { get; } = variables;

    public OperationContext Context { get; } = context;

    public ExecutionOptions Options { get; } = options;

    /// <summary>The variables as they were sent.</summary>
    public JsonElement? GivenVariables { get; init; }

    /// <summary>What was asked; null for an event of a subscription.</summary>
    public GraphQLRequest? Request { get; init; }

    /// <summary>What the operation was priced at; 0 for an event of a subscription, which pays for what it was.</summary>
    public long RequestedCost { get; init; }

    /// <summary>Null when the answer is neither looked up nor kept.</summary>
    public ResponseCache? ResponseCache =>
        Request is not null && Context.Cost == CostMode.Silent && Plan.CachesResponse ? Context.ResponseCache : null;

    /// <summary>What its variables weigh by the input fields in them; null where none has a weight.</summary>
    public IReadOnlyDictionary<string, double>? InputWeights { get; init; }

    /// <summary>The weights of the fields that were resolved, each once for its level.</summary>
    public double LevelCost { get; set; }

    /// <summary>What the answer cost, once it is written.</summary>
    public long ActualCost { get; set; }

    /// <summary>Whether a mutation's field came as far as its commit: what became of it is then for its error to say.</summary>
    public bool HasBegunToCommit { get; set; }

    public LevelRunner Runner => field ??= new LevelRunner(this);

    public DataLoaderScope DataLoaders
    {
        get
        {
            lock (sync)
                return dataLoaders ??= new DataLoaderScope(Runner, new DataLoaderOptions { MaxBatchSize = Options.MaxLoaderBatchSize });
        }
    }

    /// <summary>Cancelled by the caller or by the timeout, whose clock starts when something first asks for the token or has to be awaited.</summary>
    public CancellationToken CancellationToken
    {
        get
        {
            if (timeout is null)
                StartClock();
            return timeout!.Token; // Just started.
        }
    }

    public bool IsCancelledByCaller => callerToken.IsCancellationRequested;

    public bool HasTimedOut => !IsCancelledByCaller && timeout is { IsCancellationRequested: true };

    public void ThrowIfCancelledByCaller() => callerToken.ThrowIfCancellationRequested();

    public void Dispose()
    {
        callerRegistration.Dispose();
        timeout?.Dispose();
    }

    private void StartClock()
    {
        lock (sync)
        {
            if (timeout is not null)
                return;
            var source = new CancellationTokenSource(Options.ExecutionTimeout, Options.TimeProvider);
            callerRegistration = callerToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
            timeout = source;
        }
    }
}
