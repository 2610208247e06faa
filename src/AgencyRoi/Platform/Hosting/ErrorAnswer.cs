using System.Globalization;
using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Platform.Hosting;

/// <summary>An error before or outside of an operation, in the shape GraphQL clients expect.</summary>
internal static class ErrorAnswer
{
    /// <param name="retryAfter">After how many seconds the same may be sent again; in the header and in the error.</param>
    public static Task WriteAsync(HttpContext context, int status, ErrorCode code, string message, int? retryAfter = null)
    {
        context.Response.StatusCode = status;
        var extensions = new Dictionary<string, object> { ["code"] = EnumCode.Of(code), ["requestId"] = context.TraceIdentifier };
        if (retryAfter is { } seconds)
        {
            context.TellWhenToRetry(seconds);
            extensions[GraphQLError.RetryAfterKey] = seconds;
        }
        var body = new { errors = new[] { new { message, extensions } } };
        return context.Response.WriteAsJsonAsync(body, JsonSerializerOptions.Web, context.RequestAborted);
    }

    /// <summary>Several errors, each about a parameter of the address.</summary>
    public static Task WriteAsync(HttpContext context, int status, ErrorCode code, IEnumerable<(string Parameter, string Message)> errors)
    {
        context.Response.StatusCode = status;
        var body = new
        {
            errors = errors.Select(error => new
            {
                message = error.Message,
                extensions = new
                {
                    code = EnumCode.Of(code),
                    parameter = MessageText.Name(error.Parameter),
                    requestId = context.TraceIdentifier,
                },
            }),
        };
        return context.Response.WriteAsJsonAsync(body, JsonSerializerOptions.Web, context.RequestAborted);
    }

    public static void TellWhenToRetry(this HttpContext context, int seconds) =>
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
}
