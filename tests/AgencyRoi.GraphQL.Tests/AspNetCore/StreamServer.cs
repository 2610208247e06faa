using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.GraphQL.Tests.AspNetCore;

/// <summary>A real server with something to subscribe to: what a test says on a topic of its own.</summary>
public sealed class StreamServer : IAsyncLifetime
{
    private const string Sdl = """
        type Query { hello: String! lost: String }
        type Mutation { change: Int! }
        type Subscription { said(topic: String!): String! refused: String }
        """;

    private readonly ConcurrentDictionary<string, Topic> topics = new();
    private readonly WebApplication app;

    public StreamServer() => app = Build();

    public HttpClient Client { get; private set; } = null!; // Made before the first test runs.

    public Uri Address => Client.BaseAddress!; // The client is made with one.

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

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var engine = new Execution.TestServer(Sdl, Resolvers()).Engine;
        app.MapGraphQL("/graphql", Options(new()));
        app.MapGraphQL("/impatient", Options(new() { KeepAlive = TimeSpan.FromMilliseconds(20) }));
        app.MapGraphQL("/ended", Options(new() { Ended = (_, cancellationToken) => End.Task.WaitAsync(cancellationToken) }));
        return app;

        GraphQLHttpOptions Options(GraphQLStreamOptions streams) =>
            new()
            {
                Engine = _ => engine,
                Streams = streams,
                RequestId = _ => "the-id",
            };
    }

    private Dictionary<string, FieldResolver> Resolvers()
    {
        var changes = 0;
        return new()
        {
            ["Query.hello"] = new FieldResolver.PerParent(_ => new("world")),
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
