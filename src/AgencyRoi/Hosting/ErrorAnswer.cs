using System.Text.Json;

namespace AgencyRoi.Hosting;

/// <summary>An error before or outside of an operation, in the shape GraphQL clients expect.</summary>
internal static class ErrorAnswer
{
    public static Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        var body = new { errors = new[] { new { message, extensions = new { code, requestId = context.TraceIdentifier } } } };
        return context.Response.WriteAsJsonAsync(body, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
