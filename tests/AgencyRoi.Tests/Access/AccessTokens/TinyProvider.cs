using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Access.AccessTokens;

/// <summary>An identity provider as far as an API sees one: a discovery document, keys and the user information, over HTTP on a port of its own.</summary>
internal sealed class TinyProvider : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> requests = new();
    private WebApplication? app;

    private TinyProvider() { }

    public string Issuer { get; private set; } = "";

    /// <summary>The paths that were asked for.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>What it publishes now.</summary>
    public List<JsonObject> Keys { get; } = [];

    /// <summary>In place of its own name.</summary>
    public string? OtherIssuer { get; set; }

    public Func<HttpContext, Task> UserInfo { get; set; } = context => context.Response.WriteAsJsonAsync(new { sub = "nobody" });

    public static async Task<TinyProvider> StartAsync(params IEnumerable<JsonObject> keys)
    {
        var provider = new TinyProvider();
        provider.Keys.AddRange(keys);
        await provider.StartAsync("http://127.0.0.1:0");
        return provider;
    }

    /// <summary>Connections are refused from now on.</summary>
    public async Task StopAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    /// <summary>At the address that it had.</summary>
    public Task StartAgainAsync() => StartAsync(Issuer);

    public ValueTask DisposeAsync() => new(StopAsync());

    private async Task StartAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Issuer = app.Urls.Single();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        requests.Enqueue(context.Request.Path);
        switch (context.Request.Path)
        {
            case "/.well-known/openid-configuration":
                await context.Response.WriteAsJsonAsync(
                    new JsonObject
                    {
                        ["issuer"] = OtherIssuer ?? Issuer,
                        ["jwks_uri"] = $"{Issuer}/keys",
                        ["userinfo_endpoint"] = $"{Issuer}/userinfo",
                    }
                );
                break;
            case "/keys":
                await context.Response.WriteAsJsonAsync(
                    new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.DeepClone())]) }
                );
                break;
            case "/userinfo":
                await UserInfo(context);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
