namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Answers that the host keeps for whoever asks the same again. Belongs to one request, like its <see cref="OperationContext"/>, and is asked only for a
/// query whose root fields are all marked <see cref="Binding.CacheResponseAttribute"/>. Whether a kept answer still holds, and for whom, the host alone knows.
/// </summary>
public abstract class ResponseCache
{
    /// <summary>Called before the query's unit of work. What it returns is the answer, and nothing is executed; null: the query runs.</summary>
    public abstract ValueTask<CachedResponse?> FindAsync(
        GraphQLRequest request,
        OperationContext context,
        CancellationToken cancellationToken
    );

    /// <summary>Called when nothing was found, within the unit of work and before its first resolver: what is read from here on is what the answer will say.</summary>
    public abstract ValueTask BeginAsync(CancellationToken cancellationToken);

    /// <summary>Called once with an answer that has neither errors nor extensions. Its memory is the cache's own.</summary>
    public abstract void Keep(CachedResponse response);
}

/// <summary>An answer that is kept.</summary>
/// <param name="body">The whole answer as UTF-8.</param>
/// <param name="cost">What it cost to work out; whoever gets it again pays the same, so that a price does not depend on who asked before.</param>
public sealed class CachedResponse(ReadOnlyMemory<byte> body, long cost)
{
    /// <summary>The whole answer as UTF-8.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    internal long Cost { get; } = cost;
}
