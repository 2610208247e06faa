using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using AgencyRoi.Entry.Api;
using AgencyRoi.Platform.Hosting;
using AgencyRoi.Records.JourneySums;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>The product in this process, over a database that is measured, without what would get into the way of a measurement.</summary>
internal sealed class ProductServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ProductServer(WebApplication app, string address) => (this.app, Endpoint) = (app, new(address + ApiModule.Address));

    public Uri Endpoint { get; }

    public JourneyKeeper Keeper => app.Services.GetRequiredService<JourneyKeeper>();

    /// <param name="keptMegabytes">The room for answers that are given again; 0: each is worked out.</param>
    public static async Task<ProductServer> StartAsync(MeasuredDatabase database, string address, int keptMegabytes)
    {
        var app = AgencyHost.Build(Modules.All, Configure);
        await app.StartAsync();
        return new(app, address);

        void Configure(WebApplicationBuilder builder)
        {
            builder.WebHost.UseUrls(address);
            builder.Configuration["ConnectionStrings:App"] = database.AppConnection;
            // The agency's points would be gone within the first second.
            builder.Configuration["Throttling:Enabled"] = "false";
            builder.Configuration["ResponseCache:Megabytes"] = $"{keptMegabytes}";
            builder.Configuration["Logging:LogLevel:Default"] = "Warning";
            builder.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning";
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Asks once.</summary>
    /// <exception cref="InvalidOperationException">The answer has errors: it is none to measure.</exception>
    public async Task<string> AskAsync(string body, string token)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await client.PostAsync(Endpoint, content);
        var answer = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return answer.Contains("\"errors\"", StringComparison.Ordinal) ? throw new InvalidOperationException(answer) : answer;
    }
}
