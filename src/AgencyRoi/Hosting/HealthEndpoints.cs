using AgencyRoi.Database;
using Npgsql;

namespace AgencyRoi.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also work, that is, it reaches the database in time, the
/// database is migrated to what this program knows, the role is the right one, and it is not on its way down.
/// </summary>
internal static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous();
        endpoints
            .MapGet(
                "/health/ready",
                async (
                    AgencyDatabase database,
                    IHostApplicationLifetime lifetime,
                    ILogger<AgencyDatabase> log,
                    CancellationToken cancellationToken
                ) =>
                {
                    var reason = lifetime.ApplicationStopping.IsCancellationRequested
                        ? "stopping"
                        : await WhyNotReadyAsync(database.DataSource, cancellationToken);
                    if (reason is null)
                        return Results.Json(new { status = "ready" });
                    NotReady(log, reason);
                    return Results.Json(new { status = "not ready", reason }, statusCode: StatusCodes.Status503ServiceUnavailable);
                }
            )
            .AllowAnonymous();
    }

    private static async Task<string?> WhyNotReadyAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(timeout.Token);
            if ((await RoleCheck.FindingsAsync(connection, timeout.Token)).Count > 0)
                return "role";
            var applied = await MigrationHistory.ReadAsync(connection, timeout.Token);
            return MigrationHistory.Waiting(Migration.All, applied).Count > 0 ? "migrations" : null;
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // 42P01: a database that was never migrated.
            return error is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } ? "migrations" : "database";
        }
        catch (MigrationException)
        {
            return "migrations";
        }
    }

    [LoggerMessage(LogLevel.Warning, "Not ready: {Reason}.")]
    private static partial void NotReady(ILogger log, string reason);
}
