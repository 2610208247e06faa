using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Errors;
using Microsoft.AspNetCore.Connections;

namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// Answers what is nobody's bug and is thrown outside of an operation, on whatever route: the database is away, the caller left, the request
/// cannot be read. Everything else goes on to the handler of unexpected errors.
/// </summary>
internal static class FaultAnswers
{
    public static IApplicationBuilder UseFaultAnswers(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (Exception failure) when (HasLeft(context, failure))
                {
                    // Nobody is there to be answered; the status is for the log of whoever counts them.
                    if (!context.Response.HasStarted)
                        context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                }
                catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
                {
                    await ErrorAnswer.WriteAsync(context, bad.StatusCode, CodeOf(bad), "The request cannot be read.");
                }
                catch (Exception failure) when (!context.Response.HasStarted && Known(failure) is not null)
                {
                    context.RequestServices.GetRequiredService<OutageLog>().Note(failure);
                    await WriteAsync(context, Known(failure)!); // As the filter has seen.
                }
            }
        );

    /// <summary>Answers that nothing was done, and when to send the same again.</summary>
    private static Task WriteAsync(HttpContext context, KnownFailure failure)
    {
        var status = failure.Code == ErrorCode.Throttled ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
        return ErrorAnswer.WriteAsync(context, status, failure.Code, failure.Message, failure.RetryAfter);
    }

    private static KnownFailure? Known(Exception failure) =>
        KnownFailures.Of(failure, isRead: true) is { Code: ErrorCode.Unavailable or ErrorCode.Timeout or ErrorCode.Throttled } known
            ? known
            : null;

    // A body that ends early is an IOException; a statement that was cancelled with its caller is one of the database's.
    private static bool HasLeft(HttpContext context, Exception failure) =>
        failure is ConnectionResetException or ConnectionAbortedException
        || (
            context.RequestAborted.IsCancellationRequested
            && (failure is OperationCanceledException or IOException || Outage.BehindOf(failure) is not null)
        );

    private static ErrorCode CodeOf(BadHttpRequestException error) =>
        error.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCode.LimitExceeded : ErrorCode.BadRequest;
}
