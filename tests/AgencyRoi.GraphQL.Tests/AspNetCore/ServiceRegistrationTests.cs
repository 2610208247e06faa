using System.Security.Claims;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.GraphQL.Tests.AspNetCore;

public sealed class ServiceRegistrationTests
{
    [Fact]
    public async Task A_host_serves_its_schema_with_two_lines()
    {
        var builder = NewHost();
        builder.Services.AddSingleton(new Greeter("Hello"));
        builder.Services.AddGraphQLServer().AddTypes(typeof(Greetings));
        await using var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada")], "test"));
                return next(context);
            }
        );
        app.MapGraphQL();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var answer = await client.GetStringAsync(
            "/graphql?query={greeting(titles:[\"Dr\",\"Prof\"])}",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("""{"data":{"greeting":"Hello Dr Prof Ada"}}""", answer);
    }

    [Fact]
    public async Task Parts_of_a_host_add_to_the_schema_of_one_name_and_leave_others_alone()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Greeter("Hello"));
        services.AddGraphQLServer("staff").AddTypes(typeof(Greetings));
        services.AddGraphQLServer("staff").AddTypes(typeof(Numbers));
        services.AddGraphQLServer("portal").AddTypes(typeof(Numbers));
        await using var provider = services.BuildServiceProvider();

        var staff = provider.GetRequiredKeyedService<GraphQLEngine>("staff").Schema.QueryType.Fields.Select(field => field.Name);
        var portal = provider.GetRequiredKeyedService<GraphQLEngine>("portal").Schema.QueryType.Fields.Select(field => field.Name);

        Assert.Equal(["greeting", "one"], staff.Order());
        Assert.Equal(["one"], portal);
    }

    [Fact]
    public async Task A_mistake_in_the_schema_ends_the_start()
    {
        var builder = NewHost();
        builder.Services.AddGraphQLServer(options: new ExecutionOptions());
        await using var app = builder.Build();

        Assert.Throws<SchemaException>(() => app.MapGraphQL());
    }

    private static WebApplicationBuilder NewHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    private sealed record Greeter(string Greeting);

    [QueryType]
    private static class Greetings
    {
        public static string Greeting(Greeter greeter, ClaimsPrincipal user, IEnumerable<string> titles) =>
            string.Join(' ', [greeter.Greeting, .. titles, user.Identity?.Name]);
    }

    [QueryType]
    private static class Numbers
    {
        public static int One() => 1;
    }
}
