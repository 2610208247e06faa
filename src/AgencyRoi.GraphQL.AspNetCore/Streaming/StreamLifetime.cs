using AgencyRoi.GraphQL.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgencyRoi.GraphQL.AspNetCore.Streaming;

/// <summary>How long a stream goes on: until the caller leaves, the host stops, or the caller may be served no longer.</summary>
internal sealed class StreamLifetime : IAsyncDisposable
{
    private readonly CancellationTokenSource ending;
    private Task watch = Task.CompletedTask;

    public StreamLifetime(HttpContext context, GraphQLStreamOptions options)
    {
        // A server that stops does not wait for streams; their callers come back to another.
        var stopping =
            options.Stopping
            ?? context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping
            ?? CancellationToken.None;
        ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        Ending = ending.Token;
    }

    /// <summary>Cancelled when the stream has to end, for whatever reason.</summary>
    public CancellationToken Ending { get; }

    /// <summary>Why the caller may be served no longer; null while they may.</summary>
    public GraphQLError? Reason { get; private set; }

    /// <summary>From now on the host may end the stream; called once it is known who the caller is.</summary>
    public void Watch(HttpContext context, GraphQLStreamOptions options) => watch = WatchAsync(context, options);

    private async Task WatchAsync(HttpContext context, GraphQLStreamOptions options)
    {
        try
        {
            Reason = await options.Ended(context, Ending);
        }
        catch (OperationCanceledException) when (Ending.IsCancellationRequested)
        {
            // The stream ended first.
        }
        finally
        {
            // Also when the host failed: whether the caller may be served is then not known.
            await ending.CancelAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watch;
        ending.Dispose();
    }
}
