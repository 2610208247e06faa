using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace AgencyRoi.Platform.Database.Outages;

/// <summary>Decides which failures mean that the database cannot be worked with at the moment. Nothing else in the product does.</summary>
internal static class Outage
{
    // SQLSTATE 08 connection exceptions, 53 a full disk and other resources, 58 errors of the system below PostgreSQL.
    private static readonly string[] Classes = ["08", "53", "58"];

    private static readonly HashSet<string> States =
    [
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.DatabaseDropped,
        PostgresErrorCodes.IdleSessionTimeout,
    ];

    /// <summary>The database's own failure behind what was thrown; null when there is none.</summary>
    public static DbException? BehindOf(Exception? failure) =>
        failure switch
        {
            // EF's own: what it says of the database lies within.
            Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException => BehindOf(failure.InnerException),
            DbException database => database,
            _ => null,
        };

    public static bool IsMeantBy(Exception? failure) =>
        failure is SocketException
        || BehindOf(failure) switch
        {
            PostgresException refused => IsMeantBy(refused),
            // Two commands at once on one connection: a fault of ours.
            NpgsqlOperationInProgressException => false,
            NpgsqlException => true,
            _ => false,
        };

    /// <summary>Whether the server answered that it did not do it. Otherwise nobody here knows what it did.</summary>
    public static bool IsRefusal(Exception failure) => BehindOf(failure) is PostgresException refused && !EndsConnection(refused);

    private static bool IsMeantBy(PostgresException refused) =>
        EndsConnection(refused)
        || States.Contains(refused.SqlState)
        || Classes.Any(prefix => refused.SqlState.StartsWith(prefix, StringComparison.Ordinal));

    private static bool EndsConnection(PostgresException refused) => refused.InvariantSeverity is "FATAL" or "PANIC";
}
