using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also work, that is, it reaches the database in time, the
/// database is migrated to what this program knows, the role is the right one, sessions come out as they are asked for and statements are not mixed up
/// on the way, it has done once what it will be asked for, and it is not on its way down. Without any agency it is ready all the same: it answers whoever
/// comes, as a balancer needs it, and <c>next</c> says what the operator has yet to do.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous();
        endpoints
            .MapGet(
                "/health/ready",
                async (Readiness readiness, StartUp startUp, Drain drain, CancellationToken cancellationToken) =>
                {
                    var state = drain.HasBegun ? new ReadinessState("stopping") : await readiness.LookAsync(cancellationToken);
                    if (state.Reason is null && !startUp.IsWarm)
                        state = new("warming up");
                    readiness.Tell(state);
                    return state.Reason is null
                        ? Results.Json(new Answer("ready", Next: state.Next), Form)
                        : Results.Json(
                            new Answer("not ready", state.Reason, state.Next),
                            Form,
                            statusCode: StatusCodes.Status503ServiceUnavailable
                        );
                }
            )
            .AllowAnonymous();
    }

    private sealed record Answer(string Status, string? Reason = null, string? Next = null);
}
