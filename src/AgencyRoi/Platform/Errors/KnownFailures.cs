using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Database.Outages;
using Npgsql;

namespace AgencyRoi.Platform.Errors;

/// <summary>A failure that a caller can do something about.</summary>
/// <param name="RetryAfter">After how many seconds the same may be sent again; null: not by itself.</param>
internal sealed record KnownFailure(ErrorCode Code, string Message, int? RetryAfter = null)
{
    /// <summary>Whether it says something about the service, to be noted by its operator. A caller's race or mistake does not.</summary>
    public bool IsOutage => Code is ErrorCode.Unavailable or ErrorCode.Timeout or ErrorCode.Throttled or ErrorCode.OutcomeUnknown;
}

/// <summary>
/// Gives failures of the database that a caller can do something about a code of the closed list, on every route: GraphQL, sockets, files.
/// Nothing of the database's own words gets out: what is not known here is shown as INTERNAL and logged.
/// </summary>
internal static class KnownFailures
{
    private const int Soon = 1;
    private const int AfterOutage = 5;

    /// <summary>That the change stands is said in the error's extensions too: whoever repeats it by the code alone would do it twice.</summary>
    public const string WrittenKey = "written";

    private static readonly KnownFailure Unavailable = new(
        ErrorCode.Unavailable,
        "The service cannot answer at the moment: repeat later. Nothing was changed by this.",
        AfterOutage
    );

    /// <param name="isRead">Whether it failed while reading: a read has no race to lose, so that it waits for a lock in vain is no conflict.</param>
    public static KnownFailure? Of(Exception? failure, bool isRead) =>
        failure switch
        {
            AgencyBusyException => new(
                ErrorCode.Throttled,
                "Your agency has as many operations running as it may: repeat when some of them have ended.",
                Soon
            ),
            OutcomeUnknownException => new(
                ErrorCode.OutcomeUnknown,
                "The connection was lost while the change was made final: it was made whole or not at all. Look for it, by its external reference "
                    + "where it has one, before you repeat it; with the same external reference it is safe to repeat."
            ),
            ClientOutOfReachException => NoSuchObject,
            OverflowException => SumTooLarge,
            _ when Outage.IsMeantBy(failure) => Unavailable,
            _ => Outage.BehindOf(failure) is PostgresException refused ? Of(refused, isRead) : null,
        };

    public static GraphQLError AsShown(GraphQLError error, bool isRead) =>
        Of(error.Exception, isRead) is { } known
            ? new GraphQLError(known.Message)
            {
                Code = EnumCode.Of(known.Code),
                Path = error.Path,
                Locations = error.Locations,
                Extensions = known.RetryAfter is { } seconds
                    ? new Dictionary<string, object?> { [GraphQLError.RetryAfterKey] = seconds }
                    : null,
                // A caller's race or mistake is no fault to be logged; an outage is.
                Exception = known.IsOutage ? error.Exception : null,
            }
        : error.Code == EnumCode.Of(ErrorCode.Timeout)
            ? new GraphQLError(TookTooLong)
            {
                Code = error.Code,
                Path = error.Path,
                Locations = error.Locations,
            }
        : error;

    /// <summary>The same for what is read after a change was made: the change stands.</summary>
    public static GraphQLError AsShownAfterWrite(GraphQLError error) =>
        Of(error.Exception, isRead: true) is { IsOutage: true } known
            ? new GraphQLError("The change was made and stands; its answer cannot be read at the moment: read it again later.")
            {
                Code = EnumCode.Of(known.Code),
                Path = error.Path,
                Locations = error.Locations,
                Extensions = new Dictionary<string, object?> { [WrittenKey] = true },
                Exception = error.Exception,
            }
            : AsShown(error, isRead: true);

    private const string TookTooLong =
        "The operation took too long. Ask for less at a time: fewer clients, a shorter period, a later first day; revalueClient takes a later from, and "
        + "then goes back month by month, since what is revalued is not valued again.";

    // Decimals are what overflows here: a sum of the ledger, or what is computed from one. The database refuses what it could not give back.
    private static KnownFailure SumTooLarge => new(ErrorCode.AmountTooLarge, AmountMessages.Sum);

    private static KnownFailure NoSuchObject => new(ErrorCode.NotFound, "There is no such object.");

    private static KnownFailure? Of(PostgresException refused, bool isRead) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => new(ErrorCode.AlreadyExists, "Another object has this key already."),
            PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.InsufficientPrivilege => NoSuchObject,
            PostgresErrorCodes.LockNotAvailable when isRead => Unavailable,
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => new(
                ErrorCode.Conflict,
                "Somebody else was writing the same at this moment: repeat it."
            ),
            PostgresErrorCodes.NumericValueOutOfRange => SumTooLarge,
            PostgresErrorCodes.CheckViolation when refused.ConstraintName is "ledger_months_largest" or "ledger_days_largest" =>
                SumTooLarge,
            PostgresErrorCodes.QueryCanceled => new(ErrorCode.Timeout, TookTooLong),
            _ => null,
        };
}
