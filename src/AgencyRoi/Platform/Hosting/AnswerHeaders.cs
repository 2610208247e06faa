namespace AgencyRoi.Platform.Hosting;

/// <summary>Headers of every answer; the request's id is that of <see cref="RequestIds"/>.</summary>
internal static class AnswerHeaders
{
    public const string RequestId = "X-Request-Id";
    public const string RateLimit = "RateLimit";
    public const string RateLimitPolicy = "RateLimit-Policy";

    public static IApplicationBuilder UseAnswerHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers[RequestId] = context.TraceIdentifier;
                    // Figures of a client: no cache between us and the caller keeps them, unless an address says that it has none.
                    if (headers.CacheControl.Count == 0)
                        headers.CacheControl = "private, no-store";
                    headers.XContentTypeOptions = "nosniff";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
