using System.Net;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.GraphQL.Tests.AspNetCore;

/// <summary>
/// A real server on a port of its own with a small schema; at <c>/graphql</c>, at <c>/small</c> with a body limit of 200 bytes, and at
/// <c>/internal</c> and <c>/timeout</c> with engines that give every error that code.
/// </summary>
public sealed class TestServer : IAsyncLifetime
{
    private readonly WebApplication app;
    private int changes;

    public TestServer() => app = Build();

    public HttpClient Client { get; private set; } = null!; // Made before the first test runs.

    public Uri Address => new(Client.BaseAddress!, "/graphql"); // The client is made with a base address.

    /// <summary>How often the mutation of the schema ran.</summary>
    public int Changes => changes;

    /// <summary>Done when the field <c>waits</c> began, which it does in one test only.</summary>
    public static TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the field <c>waits</c> was cancelled.</summary>
    public static TaskCompletionSource WaitEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public Task<HttpAnswer> PostAsync(
        string json,
        string? accept = null,
        string contentType = "application/json",
        string path = "/graphql"
    ) => SendAsync(HttpMethod.Post, path, accept, new StringContent(json, Encoding.UTF8) { Headers = { ContentType = new(contentType) } });

    public Task<HttpAnswer> PostBytesAsync(byte[] body, string? contentType, string path = "/graphql")
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(HttpMethod.Post, path, accept: null, content);
    }

    public Task<HttpAnswer> GetAsync(string queryString, string? accept = null) =>
        SendAsync(HttpMethod.Get, "/graphql" + queryString, accept, content: null);

    public async Task<HttpAnswer> SendAsync(HttpMethod method, string path, string? accept, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new HttpAnswer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)
        );
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpContextAccessor();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();

        var engines = new Dictionary<string, GraphQLEngine>
        {
            ["staff"] = new(Schema("staff"), new ExecutionOptions()),
            ["portal"] = new(Schema("portal"), new ExecutionOptions()),
        };
        app.MapGraphQL("/graphql", Options());
        app.MapGraphQL("/small", Options(maxBodyBytes: 200));
        app.MapGraphQL("/internal", new GraphQLHttpOptions { Engine = Failing(ErrorCodes.Internal) });
        app.MapGraphQL("/timeout", new GraphQLHttpOptions { Engine = Failing(ErrorCodes.Timeout) });
        return app;

        GraphQLHttpOptions Options(int maxBodyBytes = 1024 * 1024) =>
            new()
            {
                Engine = context => engines[context.Request.Headers.Authorization.ToString() is "portal" ? "portal" : "staff"],
                RequestId = context => context.Request.Headers["X-Test-Id"].FirstOrDefault(),
                MaxBodyBytes = maxBodyBytes,
            };
    }

    private Func<HttpContext, GraphQLEngine> Failing(string code)
    {
        var options = new ExecutionOptions { ErrorFilter = _ => new GraphQLError("Failed.") { Code = code } };
        var engine = new GraphQLEngine(Schema("failing"), options);
        return _ => engine;
    }

    private Schema Schema(string name)
    {
        var text = StandardScalars.String;
        var query = new ObjectType("Query")
        {
            Fields = new MemberList<FieldDefinition>([
                new("schemaName", new NonNullType(text)) { Resolver = Resolve(_ => name) },
                new("agent", text) { Resolver = Resolve(UserAgent) },
                new("echo", text)
                {
                    Arguments = new MemberList<InputValueDefinition>([new("text", text)]),
                    Resolver = Resolve(context => context.Arguments.GetValueOrDefault("text")),
                },
                new("refused", text) { Resolver = Resolve(_ => throw new GraphQLException("Not now.", "NOT_NOW")) },
                new("waits", text) { Resolver = new FieldResolver.PerParent(WaitAsync) },
                new("lost", new NonNullType(text)) { Resolver = Resolve(_ => throw new InvalidOperationException("secret")) },
            ]),
        };
        var mutation = new ObjectType("Mutation")
        {
            Fields = new MemberList<FieldDefinition>([
                new("change", new NonNullType(StandardScalars.Int)) { Resolver = Resolve(_ => Interlocked.Increment(ref changes)) },
            ]),
        };
        return new SchemaBuilder { QueryType = query, MutationType = mutation }.Build();
    }

    private static async ValueTask<object?> WaitAsync(IResolverContext context)
    {
        Waiting.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return null;
        }
        finally
        {
            WaitEnded.SetResult();
        }
    }

    private static string UserAgent(IResolverContext context) =>
        context.Services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Headers.UserAgent.ToString();

    private static FieldResolver.PerParent Resolve(Func<IResolverContext, object?> resolve) => new(context => new(resolve(context)));
}

/// <summary>What came back.</summary>
public sealed record HttpAnswer(HttpStatusCode Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string FirstError => Json.GetProperty("errors")[0].GetProperty("message").GetString() ?? "";

    public string? FirstCode => Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
