using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Metrics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Api;

/// <summary>
/// Gives failures of the database that a caller can do something about a code of the closed list. Nothing of the database's own words gets
/// out: what is not known here is shown as INTERNAL and logged.
/// </summary>
internal static class KnownFailures
{
    public static GraphQLError Describe(GraphQLError error) =>
        CodeOf(error.Exception) is { } code
            ? new GraphQLError(Sentence(code))
            {
                Code = EnumCode.Of(code),
                Path = error.Path,
                Locations = error.Locations,
                // A caller's race or mistake is no fault to be logged; an outage is.
                Exception = code is ErrorCode.Unavailable or ErrorCode.Timeout ? error.Exception : null,
            }
            : error;

    public static ErrorCode? CodeOf(Exception? failure) =>
        failure switch
        {
            // EF wraps what may pass by itself (a deadlock, a lost connection) into an InvalidOperationException.
            DbUpdateException or InvalidOperationException when failure.InnerException is { } inner => CodeOf(inner),
            PostgresException refused => CodeOf(refused),
            NpgsqlException => ErrorCode.Unavailable,
            _ => null,
        };

    private static ErrorCode? CodeOf(PostgresException refused) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => ErrorCode.AlreadyExists,
            PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.InsufficientPrivilege => ErrorCode.NotFound,
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable =>
                ErrorCode.Conflict,
            PostgresErrorCodes.QueryCanceled => ErrorCode.Timeout,
            PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections => ErrorCode.Unavailable,
            _ => null,
        };

    private static string Sentence(ErrorCode code) =>
        code switch
        {
            ErrorCode.AlreadyExists => "Another object has this key already.",
            ErrorCode.NotFound => "There is no such object.",
            ErrorCode.Conflict => "Somebody else was writing the same at this moment: repeat it.",
            ErrorCode.Timeout => "The operation took too long.",
            _ => "The service cannot answer at the moment.",
        };
}
