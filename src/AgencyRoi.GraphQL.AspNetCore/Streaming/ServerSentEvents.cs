using AgencyRoi.GraphQL.AspNetCore.Responses;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.GraphQL.AspNetCore.Streaming;

/// <summary>
/// A response as server-sent events: one <c>next</c> for each answer, then <c>complete</c>. Nothing is asked of the source before the
/// last event has been taken by the connection; when the caller leaves, the source is ended at once.
/// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode
/// </summary>
internal static class ServerSentEvents
{
    private static readonly byte[] KeepAlive = ":\n\n"u8.ToArray();
    private static readonly byte[] BeforeNext = "event: next\ndata: "u8.ToArray();
    private static readonly byte[] AfterNext = "\n\n"u8.ToArray();

    // Without a line of data a browser's EventSource would swallow the event.
    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();

    public static async Task WriteAsync(
        HttpContext context,
        AnswerFormat format,
        GraphQLStreamOptions options,
        string? requestId,
        Func<CancellationToken, IAsyncEnumerable<GraphQLResponse>> open
    )
    {
        using var place = options.TakePlace(context);
        if (place is null)
        {
            await BeginAsync(context, format);
            var refusal = StreamPlaces.Refusal(options.MaxPerCaller);
            await SendAsync(context.Response, BeforeNext, ErrorBody.Write(refusal, requestId), AfterNext, Complete);
            return;
        }
        await using var lifetime = new StreamLifetime(context, options);
        lifetime.Watch(context, options);
        await BeginAsync(context, format);
        var isComplete = await WriteAnswersAsync(context.Response, open(lifetime.Ending), options, lifetime.Ending);
        if (lifetime.Reason is { } reason)
            await SendAsync(context.Response, BeforeNext, ErrorBody.Write(reason, requestId), AfterNext);
        // A stream that breaks off without an end is taken up again by the client: right when the server stops.
        if (isComplete || lifetime.Reason is not null)
            await SendAsync(context.Response, Complete);
    }

    /// <summary>Whoever waits for the first event learns at once that it is waited for.</summary>
    private static Task BeginAsync(HttpContext context, AnswerFormat format)
    {
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = format.ContentType;
        response.Headers.Append("Vary", "Accept");
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        return SendAsync(response, KeepAlive);
    }

    /// <summary>False when the stream was cut off.</summary>
    private static async Task<bool> WriteAnswersAsync(
        HttpResponse response,
        IAsyncEnumerable<GraphQLResponse> source,
        GraphQLStreamOptions options,
        CancellationToken ending
    )
    {
        await using var answers = source.GetAsyncEnumerator(ending);
        try
        {
            while (await NextAsync(answers, response, options))
            {
                using var answer = answers.Current;
                await SendAsync(response, BeforeNext, answer.Written, AfterNext);
            }
            return !ending.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<bool> NextAsync(
        IAsyncEnumerator<GraphQLResponse> answers,
        HttpResponse response,
        GraphQLStreamOptions options
    )
    {
        var next = answers.MoveNextAsync().AsTask();
        while (true)
        {
            await ((Task)next).WaitAsync(options.KeepAliveInterval, options.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (next.IsCompleted)
                return await next;
            await SendAsync(response, KeepAlive);
        }
    }

    // A connection that is gone takes everything and keeps nothing; its end is known by the request's token.
    private static async Task SendAsync(HttpResponse response, params ReadOnlyMemory<byte>[] parts)
    {
        var body = response.BodyWriter;
        foreach (var part in parts)
        {
            part.Span.CopyTo(body.GetSpan(part.Length));
            body.Advance(part.Length);
        }
        await body.FlushAsync(CancellationToken.None);
    }
}
