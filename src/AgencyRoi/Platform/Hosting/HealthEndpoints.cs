namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also work, that is, it reaches the database in time, the
/// database is migrated to what this program knows, the role is the right one, sessions come out as they are asked for and statements are not mixed up
/// on the way, it has done once what it will be asked for, and it is not on its way down.
/// </summary>
internal static partial class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous();
        endpoints
            .MapGet(
                "/health/ready",
                async (Readiness readiness, StartUp startUp, Drain drain, ILogger<Readiness> log, CancellationToken cancellationToken) =>
                {
                    var reason = drain.HasBegun
                        ? "stopping"
                        : await readiness.WhyNotAsync(cancellationToken) ?? (startUp.IsWarm ? null : "warming up");
                    if (readiness.IsNews(reason))
                        Tell(log, reason);
                    return reason is null
                        ? Results.Json(new { status = "ready" })
                        : Results.Json(new { status = "not ready", reason }, statusCode: StatusCodes.Status503ServiceUnavailable);
                }
            )
            .AllowAnonymous();
    }

    private static void Tell(ILogger log, string? reason)
    {
        if (reason is null)
            Ready(log);
        else
            NotReady(log, reason);
    }

    [LoggerMessage(LogLevel.Information, "Ready.")]
    private static partial void Ready(ILogger log);

    [LoggerMessage(LogLevel.Warning, "Not ready: {Reason}.")]
    private static partial void NotReady(ILogger log, string reason);
}
