using System.Net.WebSockets;
using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.AspNetCore.Requests;
using AgencyRoi.GraphQL.AspNetCore.Responses;
using AgencyRoi.GraphQL.AspNetCore.Streaming;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.AspNetCore.WebSockets;

/// <summary>One connection from its first message to its end. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md</summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly TaskCompletionSource<SocketClose> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebSocket socket;
    private readonly HttpContext context;
    private readonly GraphQLHttpOptions options;
    private readonly SocketReader reader;
    private readonly SocketWriter writer;
    private readonly SocketOperations operations;
    private readonly StreamLifetime lifetime;
    private Task<ReadOnlyMemory<byte>?> reading = Task.FromResult<ReadOnlyMemory<byte>?>(null);
    private volatile bool isInitialised;
    private bool isAcknowledged;
    private StreamPlaces.Place? place;

    public SocketConnection(WebSocket socket, HttpContext context, GraphQLHttpOptions options)
    {
        this.socket = socket;
        this.context = context;
        this.options = options;
        reader = new SocketReader(socket, options.Sockets.MaxMessageBytes);
        writer = new SocketWriter(socket, options.Sockets.SendTimeout);
        operations = new SocketOperations(context, options, writer, () => ended.TrySetResult(SocketClose.InternalServerError));
        lifetime = new StreamLifetime(context, options.Streams);
    }

    public async Task RunAsync()
    {
        var end = await ServeAsync();
        // Free before the caller can know that it is.
        place?.Dispose();
        // The close frame goes before the operations are ended: nothing is sent after it, however long they take.
        if (end is { } close)
            await writer.CloseAsync(close);
        await operations.DisposeAsync();
        await SayFarewellAsync();
    }

    public async ValueTask DisposeAsync()
    {
        place?.Dispose();
        await lifetime.DisposeAsync();
        writer.Dispose();
    }

    /// <summary>Answers messages until something ends the connection. Null when it is gone already.</summary>
    private async Task<SocketClose?> ServeAsync()
    {
        using var ending = lifetime.Ending.Register(() => ended.TrySetResult(Farewells()));
        await using var timeout = options.Streams.Time.CreateTimer(
            _ => EndUninitialised(),
            state: null,
            options.Sockets.ConnectionInitializationTimeout,
            Timeout.InfiniteTimeSpan
        );
        try
        {
            while (true)
            {
                reading = reader.ReadAsync();
                if (await Task.WhenAny(reading, ended.Task) == ended.Task)
                    return await ended.Task;
                if (await reading is not { } text)
                    return SocketClose.Normal;
                await HandleAsync(SocketMessage.Parse(text));
            }
        }
        catch (SocketRefusal refusal)
        {
            return refusal.Close;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    private Task HandleAsync(SocketMessage message) =>
        message.Type switch
        {
            SocketMessageType.ConnectionInit => InitialiseAsync(message.Payload),
            SocketMessageType.Ping => writer.PongAsync(message.Payload),
            SocketMessageType.Subscribe when !isAcknowledged => throw new SocketRefusal(SocketClose.Unauthorized),
            SocketMessageType.Subscribe => operations.StartAsync(message.Id, RequestOf(message.Payload!.Value)), // Checked when it was parsed.
            SocketMessageType.Complete => StopAsync(message.Id),
            _ => Task.CompletedTask,
        };

    private async Task InitialiseAsync(JsonElement? payload)
    {
        if (isInitialised)
            throw new SocketRefusal(SocketClose.TooManyInits);
        isInitialised = true;
        operations.DecimalsAsStrings = AsksForStrings(payload);
        if (await options.Sockets.Connect(context, payload, lifetime.Ending) is { } close)
            throw new SocketRefusal(close);
        place = options.Sockets.TakePlace(options.Streams.Caller(context));
        if (place is null)
            throw new SocketRefusal(SocketClose.TryAgainLater($"At most {options.Sockets.MaxPerCaller} sockets are open at the same time"));
        isAcknowledged = true;
        lifetime.Watch(context, options.Streams);
        await writer.ConnectionAckAsync(operations.DecimalsAsStrings);
    }

    /// <summary>A page cannot send the header Accept with a socket, so that it asks in the payload: <c>{ "decimals": "string" }</c>.</summary>
    /// <exception cref="SocketRefusal">It asks for what is not offered.</exception>
    private static bool AsksForStrings(JsonElement? payload)
    {
        if (payload is not { } given || !given.TryGetProperty(ContentNegotiation.DecimalsParameter, out var decimals))
            return false;
        return decimals.ValueKind == JsonValueKind.String && decimals.ValueEquals(ContentNegotiation.Strings)
            ? true
            : throw new SocketRefusal(SocketClose.BadRequest);
    }

    private Task StopAsync(string id)
    {
        operations.Stop(id);
        return Task.CompletedTask;
    }

    private static Execution.GraphQLRequest RequestOf(JsonElement payload)
    {
        try
        {
            return RequestParameters.FromJson(payload);
        }
        catch (RequestRefusal)
        {
            throw new SocketRefusal(SocketClose.BadRequest);
        }
    }

    private void EndUninitialised()
    {
        if (!isInitialised)
            ended.TrySetResult(SocketClose.InitTimeout);
    }

    private SocketClose Farewells() => lifetime.Reason is { } reason ? SocketClose.Forbidden(reason.Message) : SocketClose.GoingAway;

    /// <summary>Gives the other side the time to answer the close frame, since a connection that just breaks off looks like a fault.</summary>
    private async Task SayFarewellAsync()
    {
        using var patience = new CancellationTokenSource(Farewell);
        // What is being read when the end comes is read to its end, since two cannot read at once; whatever else comes is of no interest.
        await ((Task)reading).WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            var dropped = new byte[1024];
            while (reading.IsCompleted && socket.State == WebSocketState.CloseSent)
                await socket.ReceiveAsync(dropped.AsMemory(), patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }
}
