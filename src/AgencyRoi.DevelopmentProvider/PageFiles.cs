using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyRoi.DevelopmentProvider;

/// <summary>The files of the pages, which lie in the program, and the rules that browsers keep for them.</summary>
internal static class PageFiles
{
    // A page talks to this machine alone: no address that somebody puts into a link gets a token.
    private const string Rules =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; "
        + $"connect-src 'self' {ThisMachine}; form-action 'self' {ThisMachine}";

    // Without [::1]: no host of these rules is an IPv6 address, and browsers complain of one.
    private const string ThisMachine = "http://127.0.0.1:* http://localhost:*";

    private static readonly Dictionary<string, (string Path, string Type)> Served = new()
    {
        ["try.html"] = ("/try", "text/html; charset=utf-8"),
        ["try.js"] = ("/try.js", "text/javascript; charset=utf-8"),
        ["provider.css"] = ("/provider.css", "text/css; charset=utf-8"),
    };

    public static void MapPageFiles(this IEndpointRouteBuilder endpoints)
    {
        foreach (var (file, (path, type)) in Served)
            endpoints.MapGet(path, () => Results.Text(Text(file), type));
    }

    public static void UsePageRules(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = Rules;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                return next(context);
            }
        );

    public static string Text(string file)
    {
        using var stream =
            typeof(PageFiles).Assembly.GetManifestResourceStream($"AgencyRoi.provider.{file}")
            ?? throw new InvalidOperationException($"The program was built without {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
