using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.AspNetCore.Responses;
using AgencyRoi.GraphQL.AspNetCore.Streaming;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.GraphQL.AspNetCore.WebSockets;

/// <summary>The operations of one socket: each runs by itself, in its own scope of services, until it ends or its caller ends it.</summary>
/// <param name="fail">Called when an operation failed in a way that its caller cannot be told of.</param>
internal sealed partial class SocketOperations(HttpContext socket, GraphQLHttpOptions options, SocketWriter writer, Action fail)
    : IAsyncDisposable
{
    // The host's own scope around a socket's log has the id of the request that opened it.
    private static readonly Func<ILogger, string?, IDisposable?> LogScope = LoggerMessage.DefineScope<string?>("RequestId:{RequestId}");

    private readonly ConcurrentDictionary<string, Running> running = new();

    /// <summary>As the caller asked for in its first message, for all operations of the socket.</summary>
    public bool DecimalsAsStrings { get; set; }

    /// <exception cref="SocketRefusal">An operation of that id is running.</exception>
    public async Task StartAsync(string id, GraphQLRequest request)
    {
        if (running.ContainsKey(id))
            throw new SocketRefusal(SocketClose.SubscriberAlreadyExists);
        if (running.Count >= options.Sockets.MaxOperations)
        {
            var message = $"At most {options.Sockets.MaxOperations} operations run on one socket at the same time.";
            await RefuseAsync(GraphQLError.OverLimit(LimitNames.TooManyStreams, message));
            return;
        }
        if (options.Streams.TakePlace(socket) is not { } place)
        {
            await RefuseAsync(StreamPlaces.Refusal(options.Streams.MaxPerCaller));
            return;
        }
        var operation = new Running(new CancellationTokenSource(), place);
        running[id] = operation;
        operation.Task = RunAsync(id, request, operation);

        Task RefuseAsync(GraphQLError error) => writer.ErrorAsync(id, ErrorBody.WriteList(error, requestId: null));
    }

    /// <summary>Nothing is answered: the caller knows. An id that is not running has just ended by itself.</summary>
    public void Stop(string id)
    {
        if (!running.TryRemove(id, out var operation))
            return;
        operation.Ending.Cancel();
        operation.Place.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Running[] left = [.. running.Values];
        foreach (var operation in left)
            operation.Ending.Cancel();
        await Task.WhenAll(left.Select(operation => operation.Task));
    }

    private async Task RunAsync(string id, GraphQLRequest request, Running operation)
    {
        // The reader goes on to the next message.
        await Task.Yield();
        try
        {
            if (await AnswerAsync(id, request, operation))
                await writer.CompleteAsync(id);
        }
        catch (OperationCanceledException) when (operation.Token.IsCancellationRequested)
        {
            // Ended by its caller, or with the connection.
        }
        catch (Exception exception)
        {
            Failed(socket.RequestServices.GetRequiredService<ILogger<SocketOperations>>(), exception);
            fail();
        }
        finally
        {
            Remove(id, operation);
        }
    }

    /// <summary>Sends all answers. False when nothing more is to be sent: nothing was executed, or the caller has left.</summary>
    private async Task<bool> AnswerAsync(string id, GraphQLRequest request, Running operation)
    {
        await using var scope = socket.RequestServices.CreateAsyncScope();
        var context = SocketOperationContext.Create(socket, scope.ServiceProvider, operation.Token);
        var requestId = options.RequestId(context);
        using var logScope = LogScope(scope.ServiceProvider.GetRequiredService<ILogger<SocketOperations>>(), requestId);
        options.Sockets.BeginOperation(context);
        var engine = options.Engine(context);
        var execution = options.OperationFor(context, AllowedOperations.All, requestId, DecimalsAsStrings);

        var isFirst = true;
        await foreach (var answer in engine.SubscribeAsync(request, execution, operation.Token))
        {
            using (answer)
            {
                if (isFirst && !answer.HasData)
                {
                    Remove(id, operation);
                    await writer.ErrorAsync(id, ErrorsOf(answer));
                    return false;
                }
                isFirst = false;
                if (!await writer.NextAsync(id, answer.Written))
                {
                    Remove(id, operation);
                    return false;
                }
            }
        }
        // Free before the caller can know that it is.
        return Remove(id, operation);
    }

    private bool Remove(string id, Running operation)
    {
        operation.Place.Dispose();
        return running.TryRemove(new KeyValuePair<string, Running>(id, operation));
    }

    private static byte[] ErrorsOf(GraphQLResponse answer) =>
        Encoding.UTF8.GetBytes(JsonElement.Parse(answer.Written.Span).GetProperty("errors").GetRawText());

    [LoggerMessage(LogLevel.Error, "An operation of a socket failed outside of the engine.")]
    private static partial void Failed(ILogger log, Exception exception);

    // A source without a timer and without a link holds nothing that would have to be given back.
    private sealed record Running(CancellationTokenSource Ending, StreamPlaces.Place Place)
    {
        public CancellationToken Token { get; } = Ending.Token;

        public Task Task { get; set; } = Task.CompletedTask;
    }
}
