using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.AspNetCore.Streaming;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Tests.AspNetCore.WebSockets;
using AgencyRoi.GraphQL.Tests.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.GraphQL.Tests.AspNetCore;

/// <summary>A real server with something to subscribe to: what a test says on a topic of its own.</summary>
public sealed class StreamServer : IAsyncLifetime
{
    private const string Sdl = """
        type Query { hello: String! lost: String name: String }
        type Mutation { change: Int! }
        type Subscription { said(topic: String!): String! refused: String }
        """;

    private readonly ConcurrentDictionary<string, Topic> topics = new();
    private readonly WebApplication app;

    public StreamServer() => app = Build();

    public HttpClient Client { get; private set; } = null!; // Made before the first test runs.

    public Uri Address => Client.BaseAddress!; // The client is made with one.

    /// <summary>Where HTTP/2 is spoken without encryption.</summary>
    public Uri Http2Address => new(app.Urls.Last());

    /// <summary>Done with the reason for which the callers of <c>/ended</c> may be served no longer.</summary>
    internal TaskCompletionSource<GraphQLError> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What should come comes far sooner; what does not come fails the test and does not hang it.</summary>
    internal static CancellationToken Patience
    {
        get
        {
            var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            return patience.Token;
        }
    }

    internal Topic Topic(string name) => topics.GetOrAdd(name, _ => new Topic());

    public Task StopAsync() => app.StopAsync();

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Opens a socket to a path, speaking the protocol.</summary>
    internal async Task<SocketCaller> ConnectAsync(
        string path = "/graphql",
        string? protocol = "graphql-transport-ws",
        string? origin = null,
        Version? version = null
    )
    {
        var socket = new ClientWebSocket();
        if (protocol is not null)
            socket.Options.AddSubProtocol(protocol);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        if (version is not null)
            (socket.Options.HttpVersion, socket.Options.HttpVersionPolicy) = (version, HttpVersionPolicy.RequestVersionExact);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await socket.ConnectAsync(new Uri($"ws://{(version is null ? Address : Http2Address).Authority}{path}"), invoker, Patience);
        return new SocketCaller(socket);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddScoped<CallerName>();
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, address => address.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        var engine = new Execution.TestServer(Sdl, Resolvers()).Engine;
        app.MapGraphQL("/graphql", Options(new()));
        app.MapGraphQL("/impatient", Options(new() { KeepAliveInterval = TimeSpan.FromMilliseconds(20) }));
        app.MapGraphQL("/ended", Options(new() { Ended = (_, cancellationToken) => End.Task.WaitAsync(cancellationToken) }));
        app.MapGraphQL("/guarded", Options(new(), new() { Connect = Guard, BeginOperation = Identify }));
        app.MapGraphQL("/hasty", Options(new(), new() { ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(50) }));
        app.MapGraphQL("/narrow", Options(new(), new() { MaxMessageBytes = 200, MaxOperations = 2 }));
        app.MapGraphQL("/faulty", Options(new(), new() { BeginOperation = _ => throw new InvalidOperationException("secret") }));
        app.MapGraphQL("/unread", Options(new(), new() { SendTimeout = TimeSpan.FromMilliseconds(200) }));
        return app;

        GraphQLHttpOptions Options(GraphQLStreamOptions streams, GraphQLSocketOptions? sockets = null) =>
            new()
            {
                Engine = _ => engine,
                Streams = streams,
                Sockets = sockets ?? new(),
                RequestId = _ => "the-id",
            };
    }

    private static ValueTask<SocketClose?> Guard(HttpContext context, JsonElement? payload, CancellationToken cancellationToken)
    {
        var name = payload is { } given && given.TryGetProperty("name", out var value) ? value.GetString() : null;
        context.Features.Set(new Caller(name ?? ""));
        return new(
            name switch
            {
                null => SocketClose.Unauthorized,
                "stranger" => SocketClose.Forbidden(),
                _ => null,
            }
        );
    }

    private static void Identify(HttpContext context) =>
        context.RequestServices.GetRequiredService<CallerName>().Name = context.Features.Get<Caller>()?.Name;

    private sealed record Caller(string Name);

    /// <summary>The caller's name in the services of one operation.</summary>
    private sealed class CallerName
    {
        public string? Name { get; set; }
    }

    private Dictionary<string, FieldResolver> Resolvers()
    {
        var changes = 0;
        return new()
        {
            ["Query.hello"] = new FieldResolver.PerParent(_ => new("world")),
            ["Query.name"] = new FieldResolver.PerParent(context => new(context.Services.GetRequiredService<CallerName>().Name)),
            ["Query.lost"] = new FieldResolver.PerParent(_ => throw new InvalidOperationException("secret")),
            ["Mutation.change"] = new FieldResolver.PerParent(_ => new(++changes)),
            ["Subscription.said"] = new FieldResolver.Subscribe(
                context => new(Topic((string)context.Arguments["topic"]!).ListenAsync()),
                context => new(context.Parent)
            ),
            ["Subscription.refused"] = new FieldResolver.Subscribe(
                _ => throw new GraphQLException("Not you.", "FORBIDDEN"),
                context => new(context.Parent)
            ),
        };
    }
}

/// <summary>What is said on it is heard by its one listener, one after another.</summary>
internal sealed class Topic
{
    private readonly Channel<string> said = Channel.CreateUnbounded<string>();
    private int taken;

    public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How much of what was said the listener has asked for.</summary>
    public int Taken => Volatile.Read(ref taken);

    public void Say(string text) => said.Writer.TryWrite(text);

    public void Finish(Exception? failure = null) => said.Writer.Complete(failure);

    public async IAsyncEnumerable<object?> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Opened.SetResult();
        try
        {
            await foreach (var text in said.Reader.ReadAllAsync(cancellationToken))
            {
                Interlocked.Increment(ref taken);
                yield return text;
            }
        }
        finally
        {
            Closed.SetResult();
        }
    }
}
