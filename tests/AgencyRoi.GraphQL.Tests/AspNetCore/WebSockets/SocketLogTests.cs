using System.Collections.Concurrent;
using System.Net.WebSockets;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.Tests.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.GraphQL.Tests.AspNetCore.WebSockets;

public sealed class SocketLogTests
{
    [Fact]
    public async Task What_an_operation_logs_has_the_id_that_its_errors_carry()
    {
        using var log = new Log();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var engine = new Execution.TestServer(
            "type Query { fails: String }",
            new() { ["Query.fails"] = new FieldResolver.PerParent(Fail) }
        ).Engine;
        app.MapGraphQL("/graphql", new GraphQLHttpOptions { Engine = _ => engine });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri($"ws://{new Uri(app.Urls.Single()).Authority}/graphql"), StreamServer.Patience);
        using var caller = await new SocketCaller(socket).InitAsync();

        await caller.SubscribeAsync("1", "{ fails }");
        var first = await caller.ReceiveAsync();
        await caller.ReceiveAsync();
        await caller.SubscribeAsync("2", "{ fails }");
        var second = await caller.ReceiveAsync();

        var ids = log.IdsOfFailures.ToArray();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Contains($"\"requestId\":\"{ids[0]}\"", first);
        Assert.Contains($"\"requestId\":\"{ids[1]}\"", second);
    }

    private static ValueTask<object?> Fail(IResolverContext context)
    {
        var log = context.Services.GetRequiredService<ILogger<SocketLogTests>>();
        log.Log(LogLevel.Error, default, "It failed.", exception: null, static (text, _) => text);
        throw new InvalidOperationException("secret");
    }

    /// <summary>The innermost id around each line of the resolver.</summary>
    private sealed class Log : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string?> IdsOfFailures { get; } = new();

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void Dispose() { }

        private sealed class Logger(Log log) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => log.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            void ILogger.Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                if (logLevel != LogLevel.Error)
                    return;
                string? id = null;
                log.scopes.ForEachScope(
                    (scope, _) =>
                        id =
                            (scope as IEnumerable<KeyValuePair<string, object?>>)?.LastOrDefault(entry => entry.Key == "RequestId").Value
                                as string
                            ?? id,
                    0
                );
                log.IdsOfFailures.Enqueue(id);
            }
        }
    }
}
