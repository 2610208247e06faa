using AgencyRoi.GraphQL;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.Binding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Benchmarks.Sample;

/// <summary>A server in memory as any user of the engine would write it, beside an endpoint that only returns a text.</summary>
internal static class SampleServer
{
    public const string PlainAddress = "/plain";
    public const string GraphQLAddress = "/graphql";

    public static async Task<WebApplication> StartAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address);
        // As in every template: a line for each request would be what is measured.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var engine = new GraphQLEngine(AddTypes(new RequestExecutorBuilder()).BuildSchema());

        var app = builder.Build();
        app.MapPost(PlainAddress, () => "Hello, world");
        app.MapGraphQL(GraphQLAddress, new GraphQLHttpOptions { Engine = _ => engine });
        await app.StartAsync();
        return app;
    }

    public static RequestExecutorBuilder AddTypes(RequestExecutorBuilder builder) =>
        builder.AddTypes(typeof(SampleQueries), typeof(AccountFields));
}
