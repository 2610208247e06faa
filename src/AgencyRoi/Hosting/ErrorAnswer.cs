using System.Text.Json;
using AgencyRoi.Metrics;

namespace AgencyRoi.Hosting;

/// <summary>An error before or outside of an operation, in the shape GraphQL clients expect.</summary>
internal static class ErrorAnswer
{
    public static Task WriteAsync(HttpContext context, int status, ErrorCode code, string message)
    {
        context.Response.StatusCode = status;
        var body = new
        {
            errors = new[] { new { message, extensions = new { code = EnumCode.Of(code), requestId = context.TraceIdentifier } } },
        };
        return context.Response.WriteAsJsonAsync(body, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
