namespace AgencyRoi.Hosting;

/// <summary>
/// Headers of every answer. The request id is ours, also the one in errors and logs (<see cref="HttpContext.TraceIdentifier"/>);
/// one sent by the caller could be anything and is not taken over.
/// </summary>
internal static class AnswerHeaders
{
    public const string RequestId = "X-Request-Id";

    public static IApplicationBuilder UseAnswerHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.TraceIdentifier = Guid.CreateVersion7().ToString("N");
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers[RequestId] = context.TraceIdentifier;
                    // Figures of a client: no cache between us and the caller keeps them.
                    headers.CacheControl = "private, no-store";
                    headers.XContentTypeOptions = "nosniff";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
