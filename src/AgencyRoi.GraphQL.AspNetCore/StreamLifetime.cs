using AgencyRoi.GraphQL.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>How long a stream goes on: until the caller leaves, the host stops, or the caller may be served no longer.</summary>
internal sealed class StreamLifetime : IAsyncDisposable
{
    private readonly CancellationTokenSource ending;
    private readonly Task watch;

    public StreamLifetime(HttpContext context, GraphQLStreamOptions options)
    {
        Stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping);
        Ending = ending.Token;
        watch = WatchAsync(context, options);
    }

    /// <summary>Cancelled when the stream has to end, for whatever reason.</summary>
    public CancellationToken Ending { get; }

    /// <summary>Cancelled when the reason is the host's own end: then the caller does well to come back.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Why the caller may be served no longer; null while they may.</summary>
    public GraphQLError? Reason { get; private set; }

    private async Task WatchAsync(HttpContext context, GraphQLStreamOptions options)
    {
        try
        {
            Reason = await options.Ended(context, Ending);
            await ending.CancelAsync();
        }
        catch (OperationCanceledException) when (Ending.IsCancellationRequested)
        {
            // The stream ended first.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watch;
        ending.Dispose();
    }
}
