using AgencyRoi.Entry.Api;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;
using Microsoft.Net.Http.Headers;

namespace AgencyRoi.Entry.Ide;

/// <summary>
/// GraphiQL for developers: in Development, and only there, a browser that opens <c>/graphql</c> gets a page. Everything that it loads comes
/// from here; <c>Ide.targets</c> says where the build has it from.
/// </summary>
internal sealed class IdeModule : ProductModule
{
    /// <summary>Nothing but our own files and our own address: what a page can be made to load or send elsewhere is nothing.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly IdeFiles files = new(Path.Combine(Checkout.Root, "artifacts", "ide"));

    public override void UseBeforeRouting(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.Use(
            (context, next) => IsBrowser(context.Request) ? SendAsync(context, files.Page(), "text/html; charset=utf-8") : next(context)
        );
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var isDevelopment = endpoints.ServiceProvider.GetRequiredService<IWebHostEnvironment>().IsDevelopment();
        endpoints
            .MapGet(
                $"{ApiModule.Address}/ide/{{file}}",
                (string file, HttpContext context) =>
                    isDevelopment && files.Find(file) is { } found
                        ? SendAsync(context, found.Content, found.Type)
                        : ErrorAnswer.WriteAsync(context, StatusCodes.Status404NotFound, ErrorCode.NotFound, "There is nothing here.")
            )
            .AllowAnonymous();
    }

    // A page is asked for: not a query in an address, which is answered as JSON as to anybody.
    private static bool IsBrowser(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path == ApiModule.Address
        && !request.QueryString.HasValue
        && request.GetTypedHeaders().Accept.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static async Task SendAsync(HttpContext context, byte[] content, string type)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.Vary = HeaderNames.Accept;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
